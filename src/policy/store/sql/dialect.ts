/** What the databases write differently; everything else is the same text for all of them. */
export interface Dialect {
  readonly name: 'postgres' | 'duckdb';
  /** Division of whole numbers that gives the whole part; nothing that is divided here is below 0. */
  readonly divide: '/' | '//';
  /**
   * Stands at the end of a subquery whose columns are used several times each, and keeps them from being computed anew
   * at each use.
   */
  readonly once: string;
}

export const postgres: Dialect = { name: 'postgres', divide: '/', once: '\nOFFSET 0' };
export const duckdb: Dialect = { name: 'duckdb', divide: '//', once: '' };
