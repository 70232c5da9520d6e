/** Everything the indicator slice asks of the database. The statements are in `store/`. */

import type { Kysely } from '../../platform/db/index.ts';
import type { IndicatorTables } from './store/tables.ts';

export * from './store/definitions.ts';
export * from './store/record.ts';
export * from './store/rollup.ts';
export * from './store/stale.ts';
export type { IndicatorTables } from './store/tables.ts';
export * from './store/target/changes.ts';
export * from './store/target/draft.ts';
export * from './store/target/list.ts';
export * from './store/target/loading.ts';
export * from './store/target/places.ts';
export * from './store/target/save.ts';
export * from './store/targets.ts';
export * from './store/totals.ts';

export type IndicatorDb = Kysely<IndicatorTables>;
