import type { ReactNode } from 'react';

/** One column of the product's list. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Width as a grid track: `96px`, `minmax(160px, 1fr)`. */
  readonly width: string;
  readonly align?: 'end' | 'center';
  /** On a narrow screen: `main` and `figure` share the first line, the others follow below; `off` is left out. */
  readonly narrow?: 'main' | 'figure' | 'off';
  render(row: Row): ReactNode;
  /** Makes the heading a button that sorts by this value; blanks come last either way. */
  sortBy?(row: Row): string | number | null;
  /** True: the rows come sorted by it from the server. */
  readonly sortable?: boolean;
  /** True: shown only when a person chooses it. */
  readonly hidden?: boolean;
}

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

export interface Paging {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  /** True: there are more than `total`, which were not counted. */
  readonly capped?: boolean;
  onPage(page: number): void;
  /** With it a person may choose how many rows a page has. */
  onPageSize?(size: number): void;
}

export interface ListProps<Row> {
  /** What the list holds, for screen readers. */
  readonly label: string;
  /** Undefined while they are being read. */
  readonly rows: readonly Row[] | undefined;
  readonly error?: unknown;
  onRetry?(): void;
  readonly columns: readonly Column<Row>[];
  keyOf(row: Row): string;
  /** What a screen reader says first of a row. */
  nameOf(row: Row): string;
  /** Key of the row that is looked at; a change scrolls to it. */
  readonly current?: string | null;
  /** The person moved to a row, by keyboard or by pointer. */
  onCurrent?(row: Row): void;
  /** Enter or double click. */
  onOpen?(row: Row): void;
  /** Keys of the ticked rows; without it there are no boxes. */
  readonly ticked?: ReadonlySet<string>;
  onTick?(keys: ReadonlySet<string>): void;
  /** What unfolds below the current row. */
  detail?(row: Row): ReactNode;
  /** Shown when there are no rows. */
  readonly empty: ReactNode;
  readonly paging?: Paging;
  readonly sorting?: Sorting | null;
  onSort?(sorting: Sorting | null): void;
  /** True: fills its box and scrolls inside, drawing only the rows in sight. */
  readonly fill?: boolean;
  /** How many columns at the left stay in sight; given, the columns keep their widths and the list scrolls sideways. */
  readonly frozen?: number;
  rowClass?(row: Row): string;
}
