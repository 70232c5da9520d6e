/**
 * The face of the project slice: projects with their stages and investment, each counted once. `countProjects` and
 * `investmentDone` of the server say how many there are and what was invested, for whoever measures something by it.
 */

export type { ProjectDeps } from './commands/deps.ts';
export * from './domain/index.ts';
export * from './pack.ts';
export type { CountCondition, Counted, DoneSpan, ProjectTables } from './store.ts';

/** The routes bring the database with them; most of the command line does not need it. */
export const loadProjectServer = () => import('./routes.ts');
