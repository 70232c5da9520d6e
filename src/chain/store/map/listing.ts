import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../../platform/db/list-sql.ts';
import type { ListFilter, SortKey } from '../../../../platform/http/list-query.ts';
import type { ChainTables } from '../tables.ts';

type Db = Kysely<ChainTables>;

export interface PlacedSearch {
  readonly words: readonly string[];
  readonly filter: ListFilter;
  readonly sort: readonly SortKey[];
}

export interface ListedPlace {
  readonly enterpriseId: string;
  readonly enterprise: string;
  readonly regionId: string;
  readonly region: string;
  readonly industry: string | null;
  readonly nodeId: string | null;
  readonly score: number;
  readonly reason: string;
  readonly by: 'rule' | 'person';
  readonly byName: string | null;
  readonly at: string;
  readonly secondId: string | null;
  readonly products: readonly string[];
  readonly output: number | null;
  readonly employees: number | null;
}

const regionName = sql`(select rt.name from region_term rt where rt.code = enterprise.region_id
  order by (rt.valid_to is null) desc, rt.valid_to desc limit 1)`;

const fields: ListedFields = {
  enterprise: { at: sql`enterprise.name` },
  region: {
    at: sql`enterprise.region_id`,
    order: regionName,
    among: (values) => sql<SqlBool>`enterprise.region_id in (select descendant from region_closure
      where ancestor = any (${[...values]}::text[]) and current_date >= valid_from and current_date < valid_to)`,
  },
  node: { at: sql`chain_place.node_id`, nullable: true },
  score: { at: sql`chain_place.score` },
  by: { at: sql`chain_place.by_kind` },
};

/** Money of the year in 万元: output, where it is not known revenue. */
export const outputSql = sql`coalesce((f.figures ->> 'output')::numeric, (f.figures ->> 'revenue')::numeric) / 10000`;
export const employeesSql = sql`(f.figures ->> 'employees')::numeric`;

const placedOf = (db: Db, chainId: string) =>
  db
    .selectFrom('chain_place')
    .innerJoin('enterprise', 'enterprise.id', 'chain_place.enterprise_id')
    .where('chain_place.chain_id', '=', chainId)
    .where(sql<SqlBool>`enterprise.counts`);

const columns = (year: number) => [
  sql<string>`chain_place.enterprise_id`.as('enterpriseId'),
  sql<string>`enterprise.name`.as('enterprise'),
  sql<string>`enterprise.region_id`.as('regionId'),
  sql<string>`coalesce(${regionName}, enterprise.region_id)`.as('region'),
  sql<string | null>`enterprise.industry`.as('industry'),
  sql<string | null>`chain_place.node_id`.as('nodeId'),
  sql<number>`chain_place.score::float8`.as('score'),
  sql<string>`chain_place.reason`.as('reason'),
  sql<'rule' | 'person'>`chain_place.by_kind`.as('by'),
  sql<string | null>`chain_place.by_name`.as('byName'),
  sql<string>`chain_place.at`.as('at'),
  sql<string | null>`chain_place.second_id`.as('secondId'),
  sql<string[]>`enterprise.products`.as('products'),
  figureOf(outputSql, year).as('output'),
  figureOf(employeesSql, year).as('employees'),
];

const figureOf = (figure: RawBuilder<unknown>, year: number) =>
  sql<number | null>`(select ${figure} from enterprise_figures f
    where f.enterprise_id = enterprise.id and f.period = ${String(year)})::float8`;

/** One page of the enterprises that have a place on the map of a chain, the surest first. */
export async function listPlacedRows(
  db: Db,
  asked: PlacedSearch & {
    readonly chainId: string;
    readonly year: number;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ rows: ListedPlace[]; total: number; capped: boolean }> {
  const sort = asked.sort.length > 0 ? asked.sort : [{ key: 'score', descending: true }];
  const found = placedOf(db, asked.chainId).where(matches(asked, fields, [sql`enterprise.name`]));
  const rows = await found
    .select(columns(asked.year))
    .orderBy(orderOf(sort, fields, sql`chain_place.enterprise_id`))
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  return { rows, ...(await cappedCount(db, found)) };
}

/** One of them. */
export async function readPlaced(
  db: Db,
  chainId: string,
  enterpriseId: string,
  year: number,
): Promise<ListedPlace | undefined> {
  return placedOf(db, chainId)
    .where('chain_place.enterprise_id', '=', enterpriseId)
    .select(columns(year))
    .executeTakeFirst();
}
