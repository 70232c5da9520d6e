/** Everything the chain slice asks of the database. The statements are in `store/`. */

import type { Kysely } from '../../platform/db/index.ts';
import type { ChainTables } from './store/tables.ts';

export * from './store/acts.ts';
export * from './store/entries.ts';
export * from './store/files.ts';
export * from './store/map/index.ts';
export * from './store/maps.ts';
export type { ChainTables } from './store/tables.ts';

export type ChainDb = Kysely<ChainTables>;
