import type { Inline } from './inline.ts';

/** A table: rankings, ledgers. Its head row stands again on every page. */
export interface Table {
  readonly kind: 'table';
  /** Stands above, centred: “表1 各县区按时办结情况”. */
  readonly caption?: string;
  /** Stands above at the right: “单位：亿元”. */
  readonly unit?: string;
  readonly columns: readonly Column[];
  /** One cell for each column; a row with fewer is filled with empty ones, more are refused. */
  readonly rows: readonly (readonly Cell[])[];
  /** Stands below, small: source, basis of the figures. */
  readonly note?: string;
  /** On pages laid across, as wide ledgers need. Tables next to each other share such pages. */
  readonly landscape?: boolean;
}

export interface Column {
  readonly title: string;
  /** Columns next to each other with the same group stand below it in a head of two rows. */
  readonly group?: string;
  /** Share of the width against the other columns; what its content needs when left out. */
  readonly width?: number;
  /** Numbers stand at the right, text at the left. Text when left out. */
  readonly kind?: 'text' | 'number' | 'centred';
}

export type Cell = Inline | null;
