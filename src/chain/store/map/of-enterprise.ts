import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { ChainTables } from '../tables.ts';

type Db = Kysely<ChainTables>;

export interface EnterprisePlace {
  readonly chainId: string;
  readonly chainName: string;
  readonly nodeId: string | null;
  readonly score: number;
  readonly reason: string;
  readonly by: 'rule' | 'person';
  readonly byName: string | null;
  readonly at: string;
  readonly regionId: string;
  readonly main: boolean;
}

/** Where one enterprise stands, its main chain first; none where it is out of sight. */
export async function placesOf(db: Db, enterpriseId: string): Promise<EnterprisePlace[]> {
  const { rows } = await sql<EnterprisePlace>`
    select p.chain_id as "chainId", c.name as "chainName", p.node_id as "nodeId", p.score::float8 as score, p.reason,
      p.by_kind as by, p.by_name as "byName", p.at, c.region_id as "regionId", e.chain_id is not distinct from p.chain_id as main
    from chain_place p join enterprise e on e.id = p.enterprise_id join chain c on c.id = p.chain_id
    where p.enterprise_id = ${enterpriseId}
    order by main desc, p.node_id is null, p.score desc, p.chain_id limit 50`.execute(db);
  return rows;
}

export interface PastPlace {
  readonly chainId: string;
  readonly nodeId: string | null;
  readonly reason: string;
  readonly by: 'rule' | 'person';
  readonly byName: string | null;
  readonly at: string;
  readonly until: string;
}

export async function pastOf(db: Db, enterpriseId: string): Promise<PastPlace[]> {
  const { rows } = await sql<PastPlace>`
    select chain_id as "chainId", node_id as "nodeId", reason, by_kind as by, by_name as "byName", at, until
    from chain_place_past where enterprise_id = ${enterpriseId} order by until desc, id desc limit 200`.execute(db);
  return rows;
}

/** Whether the actor sees the enterprise at all. */
export async function seesEnterprise(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from enterprise where id = ${id}`.execute(db);
  return rows.length > 0;
}
