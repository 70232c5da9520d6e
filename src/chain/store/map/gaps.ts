import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { ChainTables } from '../tables.ts';

type Db = Kysely<ChainTables>;

export interface StoredGap {
  readonly id: string;
  readonly nodeId: string;
  readonly kind: 'entry' | 'task';
  readonly listId: string | null;
  readonly targetId: string;
  readonly title: string;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
  readonly settledOn: string | null;
}

/** What was made of the gaps of a chain, the newest first. */
export async function gapsOf(db: Db, chainId: string): Promise<StoredGap[]> {
  const { rows } = await sql<StoredGap>`select g.id, g.node_id as "nodeId", g.kind, g.list_id as "listId",
      g.target_id as "targetId", coalesce(n.name, g.title) as title, g.reason, g.at, g.by_name as by, n.settled_on::text as "settledOn"
    from chain_gap g left join chain_entry n on g.kind = 'entry' and n.id = g.target_id
    where g.chain_id = ${chainId} order by g.at desc, g.id limit 2000`.execute(db);
  return rows;
}

export async function insertGap(
  db: Db,
  chainId: string,
  gap: Omit<StoredGap, 'settledOn'> & { readonly regionId: string; readonly unitId: string | null },
): Promise<void> {
  await db
    .insertInto('chain_gap')
    .values({
      ...{ id: gap.id, chain_id: chainId, node_id: gap.nodeId, kind: gap.kind, list_id: gap.listId },
      ...{ target_id: gap.targetId, title: gap.title, reason: gap.reason, at: gap.at, by_name: gap.by },
      ...{ region_id: gap.regionId, unit_id: gap.unitId },
    })
    .execute();
}

/** How many came of each node. */
export async function countGaps(db: Db, chainId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ nodeId: string; count: number }>`select node_id as "nodeId", count(*)::integer as count
    from chain_gap where chain_id = ${chainId} group by 1`.execute(db);
  return new Map(rows.map(({ nodeId, count }) => [nodeId, count]));
}
