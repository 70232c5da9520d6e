/** Everything the organisation slice asks of the database. The statements are in `store/`. */

export * from './store/closures.ts';
export * from './store/imports.ts';
export * from './store/list-delegations.ts';
export * from './store/list-people.ts';
export * from './store/list-posts.ts';
export * from './store/list-units.ts';
export type { Asked, Db as OrganisationDb, Page } from './store/lists.ts';
export * from './store/load.ts';
export * from './store/private.ts';
export * from './store/regions.ts';
export * from './store/roles.ts';
export * from './store/save.ts';
export type { OrganisationTables } from './store/tables.ts';
