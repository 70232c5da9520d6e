import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { ChainTables } from '../tables.ts';

type Db = Kysely<ChainTables>;

export interface StoredPlacing {
  readonly chainId: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly seenNo: number;
  readonly read: number;
  readonly placed: number;
  readonly outside: number;
  readonly failure: string | null;
  readonly at: string;
  readonly endedAt: string | null;
  readonly by: string;
  readonly regionId: string;
}

const columns = sql`chain_id as "chainId", state, seen_no::float8 as "seenNo", read, placed, outside, failure, at,
  ended_at as "endedAt", by_name as by, region_id as "regionId"`;

export async function readPlacing(db: Db, chainId: string): Promise<StoredPlacing | undefined> {
  const { rows } = await sql<StoredPlacing>`select ${columns} from chain_placing where chain_id = ${chainId}`.execute(
    db,
  );
  return rows[0];
}

/** Begins a placing anew; false while one is under way. */
export async function beginPlacing(
  db: Db,
  placing: { chainId: string; at: string; by: string; regionId: string; unitId: string | null },
): Promise<boolean> {
  const { rows } = await sql`insert into chain_placing (chain_id, state, at, by_name, region_id, unit_id)
    values (${placing.chainId}, 'running', ${placing.at}::timestamptz, ${placing.by}, ${placing.regionId}, ${placing.unitId})
    on conflict (chain_id) do update set state = 'running', seen_no = 0, read = 0, placed = 0, outside = 0, failure = null,
      at = excluded.at, ended_at = null, by_name = excluded.by_name, region_id = excluded.region_id, unit_id = excluded.unit_id
    where chain_placing.state <> 'running' returning 1`.execute(db);
  return rows.length === 1;
}

/** The placing that has waited longest, held by whoever takes it; undefined where none is under way. */
export async function takePlacing(db: Db): Promise<StoredPlacing | undefined> {
  const { rows } = await sql<StoredPlacing>`select ${columns} from chain_placing where state = 'running'
    order by at limit 1 for update skip locked`.execute(db);
  return rows[0];
}

/** Every chain that was ever placed. */
export async function placedChains(db: Db): Promise<StoredPlacing[]> {
  const { rows } = await sql<StoredPlacing>`select ${columns} from chain_placing`.execute(db);
  return rows;
}

export async function wentOn(
  db: Db,
  chainId: string,
  done: { readonly seenNo: number; readonly read: number; readonly placed: number },
): Promise<void> {
  await sql`update chain_placing set seen_no = ${done.seenNo}, read = read + ${done.read}, placed = placed + ${done.placed},
    outside = outside + ${done.read - done.placed} where chain_id = ${chainId}`.execute(db);
}

export async function endPlacing(db: Db, chainId: string, at: string, failure: string | null): Promise<void> {
  await sql`update chain_placing set state = ${failure === null ? 'done' : 'failed'}, failure = ${failure},
    ended_at = ${at}::timestamptz where chain_id = ${chainId}`.execute(db);
}
