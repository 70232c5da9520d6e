import type { Kysely } from '../../platform/db/index.ts';
import type { AccountTables } from './store/tables.ts';

/**
 * Everything the account slice asks of the database, one file in `store/` for each thing stored. Row-level security shows
 * these tables to the platform itself only: every command asks inside `asSystem`, after it has judged who may.
 */

export * from './store/accounts.ts';
export * from './store/codes.ts';
export * from './store/first.ts';
export * from './store/limits.ts';
export * from './store/links.ts';
export * from './store/listing.ts';
export * from './store/passwords.ts';
export * from './store/posts.ts';
export * from './store/rules.ts';
export * from './store/sessions.ts';
export type { AccountTables, EndedWhy, LoginMethod } from './store/tables.ts';

export type AccountDb = Kysely<AccountTables>;
