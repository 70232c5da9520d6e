import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { ChainTables } from './tables.ts';

type Db = Kysely<ChainTables>;

/** One version of a map, without its bytes. */
export interface StoredMap {
  readonly id: string;
  readonly mapId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly at: string;
  readonly by: string;
}

/** Versions of each map, the newest first. */
export async function mapsOf(db: Db, chainId: string): Promise<StoredMap[]> {
  const { rows } = await sql<StoredMap>`
    select id, map_id as "mapId", name, media_type as "mediaType", size, at, by_name as "by"
    from chain_map where chain_id = ${chainId} order by map_id, chain_map.at desc, id desc`.execute(db);
  return rows;
}

/** The bytes of a version, or of the newest one. */
export async function readMapFile(
  db: Db,
  which: { readonly chainId: string; readonly mapId: string; readonly version: string | null },
): Promise<{ name: string; mediaType: string; content: Buffer } | undefined> {
  const { rows } = await sql<{ name: string; mediaType: string; content: Buffer }>`
    select name, media_type as "mediaType", content from chain_map
    where chain_id = ${which.chainId} and map_id = ${which.mapId}
      and (${which.version}::text is null or id = ${which.version})
    order by at desc, id desc limit 1`.execute(db);
  return rows[0];
}

export async function insertMap(
  db: Db,
  map: StoredMap & {
    readonly chainId: string;
    readonly digest: string;
    readonly content: Buffer;
    readonly regionId: string;
    readonly unitId: string | null;
  },
): Promise<void> {
  await db
    .insertInto('chain_map')
    .values({
      ...{ id: map.id, chain_id: map.chainId, map_id: map.mapId, name: map.name, media_type: map.mediaType },
      ...{ size: map.size, digest: map.digest, content: map.content, region_id: map.regionId, unit_id: map.unitId },
      ...{ at: map.at, by_name: map.by },
    })
    .execute();
}
