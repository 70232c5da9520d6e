import type { Db } from './store/db.ts';

/** Everything the enterprise slice asks of the database. The statements are in `store/`, one file for each thing stored. */

export * from './store/appeals.ts';
export * from './store/contacts.ts';
export * from './store/enterprise.ts';
export * from './store/figures.ts';
export * from './store/files.ts';
export * from './store/grants.ts';
export * from './store/history.ts';
export * from './store/import-rows.ts';
export * from './store/imports.ts';
export * from './store/listing.ts';
export * from './store/names.ts';
export * from './store/open.ts';
export * from './store/pairs.ts';
export * from './store/promises.ts';
export * from './store/requests.ts';
export * from './store/rounds.ts';
export * from './store/settle.ts';
export type { EnterpriseTables } from './store/tables.ts';
export * from './store/titles.ts';

export type EnterpriseDb = Db;
