/**
 * The face of the plan slice. Requests and answers are in `contract.ts`, which a browser can load too. The routes come
 * by a function of their own, because they bring the database with them and most commands of the command line do not
 * need it.
 */

export type { LintJob, PlanDeps, Understanding } from './commands/deps.ts';
export * from './domain/lint/index.ts';
export type * from './domain/model.ts';
export * from './pack.ts';
export type { PlanDb, PlanTables } from './store.ts';

export const loadPlanServer = () => import('./routes.ts');
