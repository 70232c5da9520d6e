import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { GeoMap } from '../../../../platform/geo/index.ts';
import type { IndicatorTables } from '../tables.ts';

type Db = Kysely<IndicatorTables>;

export interface StoredMap {
  readonly regionId: string;
  readonly map: GeoMap;
  readonly changedAt: string;
  readonly changedBy: string;
}

/** The map of a region, or of the nearest one above it that has any. */
export async function readMap(db: Db, regionId: string, above: readonly string[]): Promise<StoredMap | undefined> {
  const nearest = [...above, regionId];
  const { rows } = await sql<StoredMap>`
    select region_id as "regionId", content as map, changed_at as "changedAt", by_name as "changedBy" from region_map
    where region_id = any (${nearest}::text[]) order by array_position(${nearest}::text[], region_id) desc limit 1`.execute(
    db,
  );
  return rows[0];
}

/** Puts the map of a region; null takes it away. */
export async function putMap(
  db: Db,
  regionId: string,
  content: GeoMap | null,
  by: { readonly id: string; readonly name: string; readonly at: string },
): Promise<void> {
  if (content === null) {
    await db.deleteFrom('region_map').where('region_id', '=', regionId).execute();
    return;
  }
  const row = { content: JSON.stringify(content), changed_at: by.at, by_id: by.id, by_name: by.name };
  await db
    .insertInto('region_map')
    .values({ region_id: regionId, ...row })
    .onConflict((conflict) => conflict.column('region_id').doUpdateSet(row))
    .execute();
}
