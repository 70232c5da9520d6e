/** The face of the ladder slice: titles by dated editions, who reaches them, and what is missing. */

export * from './domain/index.ts';
export { verdictWords } from './pack/check-edition.ts';
export * from './pack.ts';

/** What works on files and on the register; most pages and commands do not need it. */
export const loadLadderRuns = () => import('./commands/index.ts');
export const loadLadderServer = () => import('./routes.ts');
export type { KeepDeps } from './commands/keep-standings.ts';
export type { LadderDeps } from './commands/read-ladder.ts';
export type { SelectionDeps } from './commands/selection/deps.ts';
export type { SelectionTables } from './store/selection/index.ts';
export type { LadderDb, LadderTables } from './store.ts';
