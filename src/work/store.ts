import type { Kysely } from '../../platform/db/index.ts';
import type { WorkTables } from './store/tables.ts';

/** Everything the work slice asks of the database. The statements are in `store/`. */

export * from './store/item.ts';
export * from './store/lists.ts';
export * from './store/own.ts';
export * from './store/parties.ts';
export type { WorkTables } from './store/tables.ts';

export type WorkDb = Kysely<WorkTables>;
