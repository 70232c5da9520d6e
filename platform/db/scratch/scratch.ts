/** A column of a temporary table: whole numbers only, so that nothing of a file is ever text in a database. */
export interface ScratchColumn {
  readonly name: string;
  readonly type: 'smallint' | 'integer' | 'bigint';
}

/** Values of a column; `missing` stands where there is none (NaN for doubles), null: there is always one. */
export interface Figures {
  readonly values: Float64Array | Int32Array | Int16Array | Int8Array;
  readonly missing: number | null;
}

/** A table that is being filled. */
export interface Filling {
  /** Adds the rows of some columns whose places are given. The arrays may be used again at once. */
  readonly add: (columns: readonly Figures[], places: Int32Array) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** A database for reckoning with: tables that only this connection sees, filled and asked as a whole. */
export interface Scratch {
  /** Makes a temporary table, in the place of one that was called so. */
  readonly table: (name: string, columns: readonly ScratchColumn[]) => Promise<Filling>;
  /** Makes a temporary table of what a query gives, likewise. */
  readonly keep: (table: string, query: string) => Promise<void>;
  readonly rows: (query: string) => Promise<readonly (readonly (string | null)[])[]>;
  /**
   * A query that gives whole numbers from 0 to 2^53 only; `take` is handed the numbers of each row, -1 for NULL, in an
   * array that is reused.
   */
  readonly figures: (query: string, columns: number, take: (row: Float64Array) => void) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const isMissing = (value: number, { missing }: Figures): boolean => Number.isNaN(value) || value === missing;
