/** What the watch asks of the database. */
export * from './due.ts';
export * from './facts.ts';
export * from './keep.ts';
export * from './limits.ts';
export * from './list.ts';
export type { DueAxis, WarningState } from './tables.ts';
export * from './tell.ts';
export * from './work.ts';
