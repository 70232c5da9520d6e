import type { Kysely } from '../../../platform/db/index.ts';
import type { ProjectTables } from './tables.ts';

export type Db = Kysely<ProjectTables>;

/** Where rows of a project stand, for the policies of the database. */
export interface At {
  readonly regionId: string;
  readonly unitId: string;
  readonly chainId: string | null;
}

export const placed = ({ regionId, unitId, chainId }: At) => ({
  region_id: regionId,
  unit_id: unitId,
  chain_id: chainId,
});
