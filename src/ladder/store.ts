/** Everything the ladder slice asks of the database. The statements are in `store/`, one file for each thing stored. */

export * from './store/blocks.ts';
export * from './store/pipeline.ts';
export type { KeptProgram, LadderDb, LadderTables, StandingTable } from './store/tables.ts';
