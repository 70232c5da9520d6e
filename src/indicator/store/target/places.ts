import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { NamedPlace, PlaceRegister } from '../../domain/loading/places.ts';
import type { Place } from '../../domain/target/target.ts';
import type { IndicatorTables } from '../tables.ts';

type Db = Kysely<IndicatorTables>;

/** More places than a plan of one region can mean. */
const mostRegions = 20_000;

const holds = sql`(t.valid_from is null or t.valid_from <= current_date)
  and (t.valid_to is null or t.valid_to > current_date)`;

/**
 * What the words of a plan may mean: its region, those below and above it, the chains of these and the units of these that
 * bear one of the names. The nearest first, so that of two places of one name the plan means the nearer.
 */
export async function readPlaceRegister(db: Db, home: Place | null, names: readonly string[]): Promise<PlaceRegister> {
  if (home === null) return { home, regions: [], chains: [], units: [] };
  const near = sql`near as (
    select c.descendant as code, 0 as far from region_closure c
    where c.ancestor = ${home.regionId} and current_date >= c.valid_from and current_date < c.valid_to
    union
    select c.ancestor, 1 from region_closure c
    where c.descendant = ${home.regionId} and c.ancestor <> ${home.regionId}
      and current_date >= c.valid_from and current_date < c.valid_to)`;
  const first = sql`(n.code = ${home.regionId}) desc, n.far, n.code`;
  const { rows: regions } = await sql<NamedPlace>`
    with ${near}
    select n.code as id, t.name, t.aliases, t.parent as "regionId"
    from near n join region_term t on t.code = n.code and ${holds}
    order by ${first} limit ${mostRegions}`.execute(db);
  const { rows: chains } = await sql<NamedPlace>`
    with ${near}
    select t.id, t.name, t.aliases, t.region_id as "regionId" from near n join chain t on t.region_id = n.code and ${holds}
    order by ${first}, t.id`.execute(db);
  const { rows: units } = await sql<NamedPlace>`
    with ${near}
    select t.id, t.name, t.aliases, t.region_id as "regionId" from near n join unit t on t.region_id = n.code and ${holds}
    where t.name = any (${[...names]}::text[]) or t.aliases && ${[...names]}::text[]
    order by ${first}, t.id`.execute(db);
  return { home, regions, chains, units };
}

/** Every region above one, the nearest first, as it is today. */
export async function readRegionsAbove(
  db: Db,
  regionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ descendant: string; ancestor: string }>`
    select c.descendant, c.ancestor from region_closure c
    where c.descendant = any (${[...regionIds]}::text[]) and c.ancestor <> c.descendant
      and current_date >= c.valid_from and current_date < c.valid_to
    order by (select count(*) from region_closure u where u.descendant = c.ancestor
      and current_date >= u.valid_from and current_date < u.valid_to) desc, c.ancestor`.execute(db);
  const found = new Map<string, string[]>();
  for (const { descendant, ancestor } of rows) found.set(descendant, [...(found.get(descendant) ?? []), ancestor]);
  return found;
}

/** The regions right below each of some, as it is today, in the order of their codes. */
export async function readRegionsBelowAll(
  db: Db,
  regionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ parent: string; code: string }>`
    select t.parent, t.code from region_term t where t.parent = any (${[...regionIds]}::text[]) and ${holds}
    order by t.code`.execute(db);
  const below = Map.groupBy(rows, ({ parent }) => parent);
  return new Map([...below].map(([parent, each]) => [parent, each.map(({ code }) => code)]));
}

/** What regions, chains and units are called today. */
export async function readNames(
  db: Db,
  places: readonly { readonly regionId: string; readonly chainId: string; readonly unitId: string }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = (of: 'regionId' | 'chainId' | 'unitId') => [...new Set(places.map((place) => place[of]))];
  const { rows } = await sql<{ key: string; name: string }>`
    select 'region ' || r.code as key, (select t.name from region_term t where t.code = r.code
      order by (t.valid_to is null) desc, t.valid_to desc limit 1) as name
    from region r where r.code = any (${ids('regionId')}::text[])
    union all select 'chain ' || id, name from chain where id = any (${ids('chainId')}::text[])
    union all select 'unit ' || id, name from unit where id = any (${ids('unitId')}::text[])`.execute(db);
  return new Map(rows.map(({ key, name }) => [key, name]));
}

/** Where units stand, for those that there are. */
export async function readUnitRegions(db: Db, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; region: string }>`
    select id, region_id as region from unit where id = any (${[...unitIds]}::text[])`.execute(db);
  return new Map(rows.map(({ id, region }) => [id, region]));
}
