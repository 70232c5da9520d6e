/** The face of the report slice: bulletins composed from frozen figures, and what becomes of them. */

export type { ReportDeps } from './commands/deps.ts';
export type { ReadReadings } from './commands/sources.ts';
export * from './domain/index.ts';
export type { ReportTables } from './store.ts';

/** The routes bring the database with them; most of the command line does not need it. */
export const loadReportServer = () => import('./routes.ts');
