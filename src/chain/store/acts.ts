import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { ChainAct } from '../domain/index.ts';
import type { ChainTables } from './tables.ts';

type Db = Kysely<ChainTables>;

export interface StoredAct extends ChainAct {
  readonly chainId: string;
  readonly notedBy: string;
}

/** What was held of some chains in a year, the newest first. */
export async function actsOf(db: Db, chainIds: readonly string[], year: number): Promise<StoredAct[]> {
  const { rows } = await sql<StoredAct>`
    select id, chain_id as "chainId", kind, on_day::text as "on", place, by_name as "by", subject, found, struck,
      noted_by as "notedBy"
    from chain_act
    where chain_id = any (${[...chainIds]}::text[])
      and on_day between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    order by on_day desc, noted_at desc, id desc`.execute(db);
  return rows;
}

export async function insertAct(
  db: Db,
  act: StoredAct & { readonly regionId: string; readonly unitId: string | null; readonly at: string },
): Promise<void> {
  await db
    .insertInto('chain_act')
    .values({
      ...{ id: act.id, chain_id: act.chainId, kind: act.kind, on_day: act.on, place: act.place, by_name: act.by },
      ...{ subject: act.subject, found: act.found, struck: null, region_id: act.regionId, unit_id: act.unitId },
      ...{ noted_at: act.at, noted_by: act.notedBy },
    })
    .execute();
}

/** The act for a change, kept from others until the transaction ends. */
export async function lockAct(db: Db, chainId: string, id: string): Promise<StoredAct | undefined> {
  const { rows } = await sql<StoredAct>`
    select id, chain_id as "chainId", kind, on_day::text as "on", place, by_name as "by", subject, found, struck,
      noted_by as "notedBy"
    from chain_act where id = ${id} and chain_id = ${chainId} for update`.execute(db);
  return rows[0];
}

export async function strike(db: Db, id: string, reason: string): Promise<void> {
  await db.updateTable('chain_act').set({ struck: reason }).where('id', '=', id).execute();
}
