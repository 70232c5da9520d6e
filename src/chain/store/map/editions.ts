import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { MapEdits } from '../../domain/index.ts';
import type { ChainTables } from '../tables.ts';

type Db = Kysely<ChainTables>;

export interface StoredEdition {
  readonly revision: number;
  readonly from: string;
  readonly edits: MapEdits;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

/** Editions of the office, the newest first. */
export async function editionsOf(db: Db, chainId: string): Promise<StoredEdition[]> {
  const { rows } = await sql<StoredEdition>`select revision, from_day::text as "from", edits, reason, at, by_name as by
    from chain_map_edition where chain_id = ${chainId} order by revision desc`.execute(db);
  return rows;
}

/** Adds the next edition; false where somebody added it meanwhile. */
export async function insertEdition(
  db: Db,
  chainId: string,
  edition: StoredEdition & { readonly regionId: string; readonly unitId: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('chain_map_edition')
    .values({
      ...{ chain_id: chainId, revision: edition.revision, from_day: edition.from, reason: edition.reason },
      ...{ edits: JSON.stringify(edition.edits), at: edition.at, by_name: edition.by },
      ...{ region_id: edition.regionId, unit_id: edition.unitId },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
