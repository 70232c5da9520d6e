import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { CycleKind, CycleState } from '../../domain/index.ts';
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

/** A region that a cycle of a kind and period has taken already: whose it is, of which chain, and whether it runs. */
export interface Taken {
  readonly cycleId: string;
  readonly regionId: string;
  readonly by: string;
  readonly chainId: string | null;
  readonly chains: readonly string[];
  readonly state: CycleState;
}

/** Which of some regions are taken; until the transaction ends nobody takes another of that kind and period. */
export async function takenRegions(
  db: Db,
  { kind, period }: { readonly kind: CycleKind; readonly period: string },
  codes: readonly string[],
): Promise<readonly Taken[]> {
  await sql`select pg_advisory_xact_lock(hashtext(${`jingwei cycle ${kind} ${period}`}))`.execute(db);
  const { rows } = await sql<Taken>`
    select c.id as "cycleId", r.region_id as "regionId", c.region_id as by, r.chain_id as "chainId", r.chains, c.state
    from dispatch_cycle_region r join dispatch_cycle c on c.id = r.cycle_id
    where r.kind = ${kind} and r.period = ${period} and r.region_id = any (${[...codes]}::text[])
    order by c.made_at, c.id`.execute(db);
  return rows;
}

/** A chain with those below it. */
export async function chainsBelow(db: Db, chainId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select descendant as id from chain_closure where ancestor = ${chainId} order by descendant`.execute(db);
  return [...new Set([chainId, ...rows.map(({ id }) => id)])];
}
