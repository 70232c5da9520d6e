/** What the databases write differently; everything else is the same text for all of them. */
export interface Dialect {
  readonly name: 'postgres' | 'duckdb';
  /** Division of whole numbers that gives the whole part; nothing that is divided here is below 0. */
  readonly divide: '/' | '//';
  /** A column as a figure with decimals, as it is written to the letter: a double by its shortest text. */
  readonly decimal: (column: string) => string;
  /**
   * Stands at the end of a subquery whose columns are used several times each, and keeps them from being computed anew
   * at each use.
   */
  readonly once: string;
}

export const postgres: Dialect = {
  name: 'postgres',
  divide: '/',
  decimal: (column) => `CAST(${column} AS NUMERIC)`,
  once: '\nOFFSET 0',
};
export const duckdb: Dialect = {
  name: 'duckdb',
  divide: '//',
  decimal: (column) => `CAST(CAST(${column} AS VARCHAR) AS DECIMAL(38, 10))`,
  once: '',
};
