import type { Kysely } from '../../../platform/db/index.ts';
import type { EnterpriseTables } from './tables.ts';

export type Db = Kysely<EnterpriseTables>;

/** Where an enterprise stands, for who may see and change it. */
export interface At {
  readonly regionId: string;
  readonly parkId: string | null;
  readonly unitId: string | null;
  readonly chainId: string | null;
}
