export { openDuckDbScratch } from './duckdb.ts';
export { openPostgresScratch } from './postgres.ts';
export type { Figures, Filling, Scratch, ScratchColumn } from './scratch.ts';
