/** Everything the audit slice asks of the database. The statements are in `store/`. */
export * from './store/append.ts';
export * from './store/chain.ts';
export * from './store/search.ts';
export type { AuditTables } from './store/tables.ts';
