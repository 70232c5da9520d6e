import type { Kysely } from '../../platform/db/index.ts';
import type { NoticeTables } from './store/tables.ts';

/** Everything the notice slice asks of the database. The statements are in `store/`. */

export * from './store/audience.ts';
export * from './store/delivery.ts';
export * from './store/lists.ts';
export * from './store/notice.ts';
export * from './store/settings.ts';
export type { NoticeTables, StoredMail } from './store/tables.ts';

export type NoticeDb = Kysely<NoticeTables>;
