import type { ReactNode, Ref } from 'react';
import type {
  Cell,
  CellAddress,
  GridColumn,
  GridFinding,
  GridReference,
  GridRow,
  Revision,
  SheetFinding,
} from './model.ts';

export type * from './model.ts';

/**
 * The face of the entry grid (entry-grid.tsx: `EntryGrid`). A page that uses it
 *
 * 1. reads its sheet and gives `columns`, `rows` and `references` (model.ts). Figures are whole numbers of the smallest unit.
 *    The arrays are the same objects from one drawing to the next (a query's data, `useMemo`), since new ones are compared.
 *    When it reads the sheet again it gives the new rows: cells that were not touched follow, those that were keep what was
 *    typed, and where both changed the person is asked.
 * 2. gives `check` for one row, and `checkSheet` for what lies across rows. Both are pure, return sentences and are the same functions until they know more; they are
 *    called in the background, once for every row and then for what changed. Blank cells that nobody has touched are faulted
 *    only after `checkAll()`.
 * 3. gives `save`: it sends the changes in one request and says of each what became of it. It throws when the connection
 *    dropped (sent again later) or when everything was refused (said in the line of state, tried again on demand).
 * 4. sets `storageKey` to something that names person and sheet, so that what is not saved outlives a closed tab, and gives
 *    the grid a box with a height.
 *
 * Before it hands the sheet in it asks the handle: `await flush()` must give no unsaved cells, `checkAll()` no hard finding.
 */
export interface EntryGridProps {
  /** Name of the table, for screen readers. */
  readonly label: string;
  /** Heading above the titles of rows: 企业, 镇街. */
  readonly rowTitle: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** Values beside each cell, in the order of showing. */
  readonly references?: readonly GridReference[];
  /** Why nothing can be filled in now (handed in, not opened yet); null or absent: it can. */
  readonly readOnly?: string | null;
  /** Everything that is wrong within a row whose cells now hold `cells`, by column key. */
  readonly check?: (row: GridRow, cells: Readonly<Record<string, Cell>>) => readonly GridFinding[];
  /** What is wrong across rows; called once after the first drawing and again when changes have come to rest. */
  readonly checkSheet?: (cellAt: (address: CellAddress) => Cell) => readonly SheetFinding[];
  readonly save: SaveCells;
  /** Under which the browser keeps what is not saved: person, form, period, unit. Null: nothing is kept. */
  readonly storageKey: string | null;
  /** Below the fields of the current cell: its history, a reviewer's buttons. */
  readonly details?: (address: CellAddress) => ReactNode;
  /** At the left of the toolbar above the grid. */
  readonly toolbar?: ReactNode;
  /** Counts after each change, for the page's own buttons. */
  readonly onSummary?: (summary: GridSummary) => void;
  /** The cell that is current, whenever another one becomes it. */
  readonly onCurrent?: (address: CellAddress) => void;
  readonly ref?: Ref<EntryGridHandle>;
}

/** Saves in one request. One answer for each change, in any order; one that gets none counts as not saved. */
export type SaveCells = (changes: readonly CellChange[], signal: AbortSignal) => Promise<readonly CellOutcome[]>;

export interface CellChange extends CellAddress, Cell {
  /** The state of the cell that the change was made upon. */
  readonly revision: Revision;
}

export type CellOutcome =
  | (CellAddress & { readonly kind: 'saved'; readonly revision: Revision })
  /** `message`: why, for people. The cell is marked with it and not sent again until it is changed. */
  | (CellAddress & { readonly kind: 'refused'; readonly message: string })
  /** Somebody else was faster. */
  | (CellAddress & { readonly kind: 'conflict' } & Theirs);

/** What a cell holds on the server, who saved it and when (ISO 8601). */
export interface Theirs {
  readonly theirs: Cell;
  readonly revision: Revision;
  readonly by: string;
  readonly at: string;
}

/** How many cells there are of each kind. */
export interface GridSummary {
  /** Changed and not saved, for whatever reason; those below are among them. */
  readonly unsaved: number;
  /** Kept back: text that is no figure, “none” without a reason. */
  readonly unreadable: number;
  readonly withoutReason: number;
  readonly refused: number;
  readonly conflicts: number;
  /** Hard findings, and soft ones without an explanation, as far as they were checked. */
  readonly hard: number;
  readonly unexplained: number;
}

export interface EntryGridHandle {
  /** Takes over what is being typed and saves everything that can be saved; resolves when that is done or has failed. */
  flush(): Promise<GridSummary>;
  /** Checks every row and the whole sheet now. */
  checkAll(): readonly SheetFinding[];
  /** Makes a cell current, brings it into sight and puts the focus there. */
  goTo(address: CellAddress): void;
}
