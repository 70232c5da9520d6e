/** Everything the report slice asks of the database. The statements are in `store/`. */

import type { Kysely } from '../../platform/db/index.ts';
import type { ReportTables } from './store/tables.ts';

export * from './store/bulletins.ts';
export * from './store/cycles.ts';
export * from './store/files.ts';
export * from './store/list.ts';
export * from './store/number.ts';
export * from './store/recipients.ts';
export type { BulletinTable, ReportTables } from './store/tables.ts';
export * from './store/templates.ts';

export type ReportDb = Kysely<ReportTables>;
