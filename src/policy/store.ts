import type { Kysely } from '../../platform/db/index.ts';
import type { CountersignTables } from './store/countersigns.ts';

/** Everything the policy slice asks of the database. The statements are in `store/`. */

export * from './store/countersigns.ts';

export type PolicyTables = CountersignTables;
export type PolicyDb = Kysely<PolicyTables>;
