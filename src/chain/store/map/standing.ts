import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { NodeFigures } from '../../domain/index.ts';
import type { ChainTables } from '../tables.ts';
import { employeesSql, outputSql } from './listing.ts';

type Db = Kysely<ChainTables>;

/** Which enterprises of a chain are counted: those of some regions and below (null: all), with figures of a year. */
export interface Counted {
  readonly chainId: string;
  readonly regions: readonly string[] | null;
  readonly year: number;
}

/** Titles that say that somebody leads or stands out. */
const outstanding = [
  ...['chain-leader-province', 'chain-leader-city', 'sub-chain-leader', 'little-giant', 'champion-national'],
  ...['champion-province', 'sme-zjtx', 'gazelle', 'unicorn'],
];

const from = ({ chainId, regions, year }: Counted) => sql`
  from chain_place p
    join enterprise e on e.id = p.enterprise_id
    left join enterprise_figures f on f.enterprise_id = e.id and f.period = ${String(year)}
  where p.chain_id = ${chainId} and p.node_id is not null and e.counts and e.state in ('open', 'suspended')
    and ${
      regions === null
        ? sql`true`
        : sql`e.region_id in (select descendant from region_closure
            where ancestor = any (${[...regions]}::text[]) and current_date >= valid_from and current_date < valid_to)`
    }`;

const figures = sql`count(*)::integer as enterprises, count(*) filter (where p.by_kind = 'person')::integer as confirmed,
  count(*) filter (where e.titles @> '{above-scale}')::integer as "aboveScale",
  count(*) filter (where e.titles && ${outstanding}::text[])::integer as titled,
  count(${outputSql})::integer as reported, sum(${outputSql})::float8 as output, sum(${employeesSql})::integer as employees`;

/** What is counted of every node that has enterprises. As the system: who sees a chain sees how its nodes stand. */
export async function countNodes(db: Db, counted: Counted): Promise<ReadonlyMap<string, NodeFigures>> {
  const { rows } = await sql<NodeFigures & { nodeId: string }>`
    select p.node_id as "nodeId", ${figures} ${from(counted)} group by p.node_id`.execute(db);
  return new Map(rows.map(({ nodeId, ...rest }) => [nodeId, rest]));
}

export interface RegionFigures {
  readonly regionId: string;
  readonly regionName: string;
  readonly nodeId: string;
  readonly enterprises: number;
  readonly output: number | null;
  readonly employees: number | null;
}

/** The same by the regions just below one; what lies in itself stands under its own name. */
export async function countRegions(db: Db, counted: Counted, regionId: string): Promise<RegionFigures[]> {
  const { rows } = await sql<RegionFigures>`
    with below as (
      select t.code, t.name, c.descendant from region_term t
        join region_closure c on c.ancestor = t.code and current_date >= c.valid_from and current_date < c.valid_to
      where t.parent = ${regionId} and (t.valid_to is null or t.valid_to > current_date))
    select coalesce(b.code, ${regionId}) as "regionId", coalesce(b.name, '本级') as "regionName", p.node_id as "nodeId",
      count(*)::integer as enterprises, sum(${outputSql})::float8 as output, sum(${employeesSql})::integer as employees
    from chain_place p
      join enterprise e on e.id = p.enterprise_id
      left join enterprise_figures f on f.enterprise_id = e.id and f.period = ${String(counted.year)}
      left join below b on b.descendant = e.region_id
    where p.chain_id = ${counted.chainId} and p.node_id is not null and e.counts and e.state in ('open', 'suspended')
      and ${counted.regions === null ? sql`true` : sql`e.region_id in (select descendant from region_closure where ancestor = any (${[...counted.regions]}::text[]) and current_date >= valid_from and current_date < valid_to)`}
    group by 1, 2, 3 order by 1, 3`.execute(db);
  return rows;
}

/** The region and those just below it. */
export async function regionsBelow(db: Db, regionId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct on (code) code as id, name from region_term
    where (code = ${regionId} or parent = ${regionId}) and (valid_to is null or valid_to > current_date)
    order by code, valid_from desc`.execute(db);
  return rows.sort((a, b) => (a.id === regionId ? -1 : b.id === regionId ? 1 : a.id < b.id ? -1 : 1));
}

/** Enterprises that have a place, by chain. */
export async function countChains(db: Db, chainIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ chainId: string; count: number }>`
    select p.chain_id as "chainId", count(*)::integer as count from chain_place p
    where p.chain_id = any (${[...chainIds]}::text[]) and p.node_id is not null group by 1`.execute(db);
  return new Map(rows.map(({ chainId, count }) => [chainId, count]));
}
