/** What selection rounds ask of the database, one file for each thing stored. */
export * from './entries.ts';
export * from './experts.ts';
export * from './objections.ts';
export * from './removals.ts';
export * from './rounds.ts';
export type * from './tables.ts';
