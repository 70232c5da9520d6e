import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { UnitKind } from '../../../organisation/index.ts';
import type { TaskTables } from '../tables.ts';

type Db = Kysely<TaskTables>;

/** A unit of today with its names and where it stands. */
export interface BookedUnit {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  readonly region: string;
  readonly regionName: string;
  readonly regionLevel: string;
  /** Its region and those above it. */
  readonly within: readonly string[];
}

/** Every unit that there is today. */
export async function readUnits(db: Db): Promise<BookedUnit[]> {
  const { rows } = await sql<BookedUnit>`
    with named as (select distinct on (t.code) t.code, t.name from region_term t
      order by t.code, (t.valid_to is null) desc, t.valid_to desc)
    select u.id, u.name, u.aliases, u.kind, u.region_id as region, coalesce(n.name, u.region_id) as "regionName",
      r.level as "regionLevel", array(select c.ancestor from region_closure c where c.descendant = u.region_id
        and current_date >= c.valid_from and current_date < c.valid_to) as within
    from unit u join region r on r.code = u.region_id left join named n on n.code = u.region_id
    where u.valid_to is null or u.valid_to > current_date
    order by u.id`.execute(db);
  return rows;
}

/** Names of some regions and chains of today by `region <id>` and `chain <id>`. */
export async function readPlaceNames(
  db: Db,
  regions: readonly (string | null)[],
  chains: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = (some: readonly (string | null)[]) => [...new Set(some.filter((id) => id !== null))];
  const { rows } = await sql<{ key: string; name: string }>`
    select 'region ' || r.code as key, (select t.name from region_term t where t.code = r.code
      order by (t.valid_to is null) desc, t.valid_to desc limit 1) as name
      from region r where r.code = any (${known(regions)}::text[])
    union all select 'chain ' || id, name from chain where id = any (${known(chains)}::text[])`.execute(db);
  return new Map(rows.map(({ key, name }) => [key, name]));
}

/** One unit of today; undefined when there is none. */
export async function readUnit(
  db: Db,
  unitId: string,
): Promise<
  { readonly id: string; readonly name: string; readonly regionId: string; readonly regionName: string } | undefined
> {
  const { rows } = await sql<{ id: string; name: string; regionId: string; regionName: string }>`
    select u.id, u.name, u.region_id as "regionId", coalesce((select t.name from region_term t where t.code = u.region_id
      order by (t.valid_to is null) desc, t.valid_to desc limit 1), u.region_id) as "regionName"
    from unit u where u.id = ${unitId}`.execute(db);
  return rows[0];
}

/** A chain of today with its names. */
export interface BookedChain {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** The chains of today of a region and of those above it. */
export async function readChainsAbove(db: Db, regionId: string): Promise<BookedChain[]> {
  const { rows } = await sql<BookedChain>`
    select c.id, c.name, c.aliases from chain c join region_closure r on r.ancestor = c.region_id
      and r.descendant = ${regionId} and current_date >= r.valid_from and current_date < r.valid_to
    where c.valid_to is null or c.valid_to > current_date order by c.id`.execute(db);
  return rows;
}
