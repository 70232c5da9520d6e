/**
 * The face of the organisation slice: regions, units, chains, people, posts and what they may do. Requests and answers are
 * in `contract.ts`, which a browser can load too. The routes come by a function of their own, because they bring the
 * database with them.
 */

export type { OrganisationDeps } from './commands/deps.ts';
export type { ImportDeps } from './commands/import-workbook.ts';
export type { DemoPerson } from './commands/seed-demo.ts';
export * from './domain/index.ts';
export * from './pack.ts';
export type { OrganisationTables } from './store.ts';

export const loadOrganisationServer = () => import('./routes.ts');
