/** The face of the task slice: who owes what by when, what became of it, and what a dispatch froze. */

export type { TaskDeps } from './commands/deps.ts';
export * from './domain/index.ts';
export type { TaskTables } from './store.ts';

/** The routes bring the database with them; most of the command line does not need it. */
export const loadTaskServer = () => import('./routes.ts');
