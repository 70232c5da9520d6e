import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { CycleKind } from '../../domain/index.ts';
import type { TaskTables } from '../tables.ts';

type Db = Kysely<TaskTables>;

/** Names that regions bear today, by code; what there is none of is left out. */
export async function regionNames(db: Db, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`
    select distinct on (t.code) t.code, t.name from region_term t where t.code = any (${[...new Set(codes)]}::text[])
    order by t.code, (t.valid_to is null) desc, t.valid_to desc`.execute(db);
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** A region with all below it, as they belong together today. */
export async function regionsBelow(db: Db, code: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select descendant as code from region_closure
    where ancestor = ${code} and current_date >= valid_from and current_date < valid_to`.execute(db);
  return rows.map((row) => row.code);
}

/** Regions whose office has said by a day how it runs a kind of cycle, and regions that keep open tasks. */
export interface Offices {
  readonly set: readonly string[];
  readonly keeping: readonly string[];
}

/** As the system: every office is asked for. */
export async function readOffices(db: Db, day: string): Promise<Offices> {
  const { rows } = await sql<{ code: string; own: boolean }>`
    select region_id as code, true as own from (
      select distinct on (region_id) region_id, content from dispatch_rules
      where kind = 'cycle' and from_day <= ${day}::date order by region_id, from_day desc, id desc) as newest
    where content is not null
    union all
    select distinct region_id, false from task where state = 'open'`.execute(db);
  const of = (own: boolean) => rows.filter((row) => row.own === own).map(({ code }) => code);
  return { set: of(true), keeping: of(false) };
}

/** Of some regions each that lies above another of them, with it. */
export async function aboveAmong(
  db: Db,
  codes: readonly string[],
): Promise<readonly { readonly above: string; readonly below: string }[]> {
  const { rows } = await sql<{ above: string; below: string }>`
    select ancestor as above, descendant as below from region_closure
    where ancestor = any (${[...codes]}::text[]) and descendant = any (${[...codes]}::text[]) and ancestor <> descendant
      and current_date >= valid_from and current_date < valid_to`.execute(db);
  return rows;
}

/** Regions of some that another cycle of a kind and period has taken already, with whose it is. */
export async function takenRegions(
  db: Db,
  { kind, period }: { readonly kind: CycleKind; readonly period: string },
  codes: readonly string[],
): Promise<readonly { readonly regionId: string; readonly by: string }[]> {
  return db
    .selectFrom('dispatch_cycle_region as r')
    .innerJoin('dispatch_cycle as c', 'c.id', 'r.cycle_id')
    .select(['r.region_id as regionId', 'c.region_id as by'])
    .where('r.kind', '=', kind)
    .where('r.period', '=', period)
    .where('r.region_id', '=', sql<string>`any (${[...codes]}::text[])`)
    .execute();
}
