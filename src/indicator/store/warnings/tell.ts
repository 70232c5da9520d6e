import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { IndicatorTables } from '../tables.ts';
import { type StoredWarning, warningOf } from './list.ts';

type Db = Kysely<IndicatorTables>;

/** Warnings that nobody was told of yet, the first raised first. */
export async function untold(db: Db, lights: readonly string[], most: number): Promise<StoredWarning[]> {
  const rows = await db
    .selectFrom('warning')
    .selectAll()
    .where('told_at', 'is', null)
    .where('state', '=', 'open')
    .where(sql<boolean>`light = any (${[...lights]}::text[])`)
    .orderBy('raised_at')
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .execute();
  return rows.map(warningOf);
}

export async function setTold(db: Db, ids: readonly string[], at: string): Promise<void> {
  await sql`update warning set told_at = ${at}::timestamptz where id = any (${[...ids]}::text[])`.execute(db);
}

/**
 * Whom warnings concern on a day: holders of a permission over their place, as the database's own rule says
 * (jw_regions, jw_units, jw_chains, jw_unit_chains), and whoever acts for them.
 */
export async function concernedBy(
  db: Db,
  ids: readonly string[],
  permissions: ReadonlyMap<string, string>,
  day: string,
): Promise<{ readonly personId: string; readonly warningId: string }[]> {
  const { rows } = await sql<{ personId: string; warningId: string }>`
    with meant as (
      select distinct p.id as post_id, w.id as warning_id
      from warning w
        join unnest(${[...permissions.keys()]}::text[], ${[...permissions.values()]}::text[]) n (rule, permission)
          on n.rule = w.rule
        join access_role r on n.permission = any (r.permissions)
        join post_grant g on g.role_id = r.id and g.state = 'granted'
        join post p on p.id = g.post_id
          and (p.valid_from is null or p.valid_from <= ${day}::date) and (p.valid_to is null or p.valid_to > ${day}::date)
      where w.id = any (${[...ids]}::text[])
        and (r.scope_kind = 'region' and exists (
              select from region_closure c where c.ancestor = g.region_id and c.descendant = w.region_id
                and current_date >= c.valid_from and current_date < c.valid_to)
          or r.scope_kind = 'unit' and exists (
              select from unit_closure c where c.ancestor = p.unit_id and c.descendant = w.unit_id))
        and (g.chains = '{}' or exists (
              select from chain_closure l where l.ancestor = any (g.chains) and l.descendant = w.chain_id))),
    acting as (
      select p.person_id, m.warning_id from meant m join post p on p.id = m.post_id
      union
      select d.to_person, m.warning_id from meant m join delegation d on d.post_id = m.post_id
      where d.revoked_at is null and d.valid_from <= ${day}::date and d.valid_to > ${day}::date)
    select a.person_id as "personId", a.warning_id as "warningId"
    from acting a join person h on h.id = a.person_id
    where h.valid_to is null or h.valid_to > ${day}::date
    order by 1, 2`.execute(db);
  return rows;
}
