import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../platform/db/list-sql.ts';
import type { ListFilter, SortKey } from '../../../platform/http/list-query.ts';
import type { Actor } from '../../access/index.ts';
import type { EnterpriseBox, Grouping } from '../contract/fields.ts';
import { queryOf } from '../domain/search/index.ts';
import type { Db } from './db.ts';
import { inSight, type StoredEnterprise, seenEnterprises } from './enterprise.ts';
import { chainNameAt, regionNameAt, unitNameAt } from './names.ts';

/** Which enterprises: what a list asks for, in one box. */
export interface EnterpriseSearch {
  readonly words: readonly string[];
  readonly filter: ListFilter;
  readonly sort: readonly SortKey[];
  readonly box: EnterpriseBox;
}

const at = (column: string) => sql.ref(`enterprise.${column}`);
/** What lies below is looked up first: a list of values can be followed along an index, a query inside cannot. */
const within = (column: string, closure: string) => (values: readonly string[]) => {
  const day = closure === 'region_closure' ? sql`and current_date >= valid_from and current_date < valid_to` : sql``;
  return sql<SqlBool>`${at(column)} = any (array(select descendant from ${sql.table(closure)}
    where ancestor = any (${[...values]}::text[]) ${day}))`;
};
/** Every code that begins so; ranges, since a pattern that comes as a value is not followed along an index. */
const beginning = (column: string) => (values: readonly string[]) => {
  const ranges = values.map((value) => sql`(${at(column)} ~>=~ ${value} and ${at(column)} ~<~ ${`${value}:`})`);
  return sql<SqlBool>`(${sql.join(ranges, sql` or `)})`;
};
/** Conditions on money are written in 万元. */
const wan = (column: string, one: number) => sql`(${at(column)}::numeric / ${sql.lit(one)})`;
const any = (column: string) => (values: readonly string[]) => sql<SqlBool>`${at(column)} && ${[...values]}::text[]`;

const fields: ListedFields = {
  name: { at: at('name') },
  code: { at: at('code'), nullable: true },
  region: {
    ...{ at: at('region_id'), order: regionNameAt('enterprise.region_id') },
    among: within('region_id', 'region_closure'),
  },
  park: {
    at: at('park_id'),
    order: unitNameAt('enterprise.park_id'),
    nullable: true,
    among: within('park_id', 'unit_closure'),
  },
  industry: { at: at('industry'), nullable: true, among: beginning('industry') },
  chain: {
    ...{ at: at('chain_id'), order: chainNameAt('enterprise.chain_id'), nullable: true },
    among: within('chain_id', 'chain_closure'),
  },
  scale: {
    at: at('scale'),
    order: sql`array_position('{large,medium,small,micro}', enterprise.scale)`,
    nullable: true,
  },
  state: { at: at('state') },
  title: { at: at('titles'), among: any('titles') },
  tag: { at: at('tags'), among: any('tags') },
  aboveScale: {
    at: at('titles'),
    among: (values) => {
      const held = sql`${at('titles')} @> '{above-scale}'::text[]`;
      return values.length === 2
        ? sql<SqlBool>`true`
        : values[0] === 'yes'
          ? sql<SqlBool>`${held}`
          : sql<SqlBool>`not ${held}`;
    },
  },
  revenue: { at: wan('revenue', 10_000), order: at('revenue'), nullable: true },
  revenueYear: { at: at('revenue_year'), nullable: true },
  employees: { at: at('employees'), nullable: true },
  foundedOn: { at: sql`enterprise.founded_on::text`, order: at('founded_on'), nullable: true },
  capital: { at: wan('capital_fen', 1_000_000), order: at('capital_fen'), nullable: true },
  legalRepresentative: { at: at('legal_representative') },
  changedAt: { at: sql`(enterprise.changed_at at time zone 'Asia/Shanghai')::date::text`, order: at('changed_at') },
};

function inBox(box: EnterpriseBox): RawBuilder<SqlBool> {
  const is = sql`enterprise.state in ('open', 'suspended')`;
  if (box === 'all') return sql<SqlBool>`true`;
  if (box === 'merged') return sql<SqlBool>`enterprise.merged_into is not null`;
  return box === 'open' ? sql<SqlBool>`enterprise.counts and ${is}` : sql<SqlBool>`enterprise.counts and not ${is}`;
}

/** Every word is found; a word without a sign that can be looked for finds nothing. */
function found(words: readonly string[]): RawBuilder<SqlBool> {
  if (words.length === 0) return sql<SqlBool>`true`;
  const queries = words.map(queryOf);
  if (queries.includes(null)) return sql<SqlBool>`false`;
  return sql<SqlBool>`${at('searched')} @@ ${queries.join(' & ')}::tsquery`;
}

/** What decides whether an enterprise is among those that are asked for; `enterprise` is the view. */
export const enterpriseCondition = (
  { words, filter, box }: Omit<EnterpriseSearch, 'sort'>,
  actor: Actor,
): RawBuilder<SqlBool> =>
  sql<SqlBool>`${inSight(actor)} and ${inBox(box)} and ${found(words)}
    and ${matches({ words: [], filter }, fields, { lowered: at('name') })}`;

/** Those with the most revenue first. */
const usual = [{ key: 'revenue', descending: true }];
const inOrder = (sort: readonly SortKey[]) => orderOf(sort.length === 0 ? usual : sort, fields, at('id'));

export async function listEnterpriseRows(
  db: Db,
  search: EnterpriseSearch,
  actor: Actor,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; capped: boolean; rows: StoredEnterprise[] }> {
  const query = seenEnterprises(db).where(enterpriseCondition(search, actor));
  const rows = await query.orderBy(inOrder(search.sort)).limit(limit).offset(offset).execute();
  const seenToEnd = rows.length < limit && (rows.length > 0 || offset === 0);
  const counted = seenToEnd ? { total: offset + rows.length, capped: false } : await cappedCount(db, query);
  return { ...counted, rows };
}

export async function listEnterpriseIds(
  db: Db,
  search: EnterpriseSearch,
  actor: Actor,
  limit: number,
): Promise<string[]> {
  const query = seenEnterprises(db)
    .where(enterpriseCondition(search, actor))
    .orderBy(inOrder(search.sort))
    .limit(limit);
  return (await query.clearSelect().select('enterprise.id').execute()).map(({ id }) => id);
}

export const listedEnterprises = (db: Db, ids: readonly string[], actor: Actor): Promise<StoredEnterprise[]> =>
  seenEnterprises(db)
    .where(sql<SqlBool>`enterprise.id = any (${[...ids]}::text[])`)
    .where(inSight(actor))
    .execute();

const groupKeys: Readonly<Record<Grouping, { readonly key: RawBuilder<string>; readonly name: RawBuilder<unknown> }>> =
  {
    region: { key: sql`enterprise.region_id`, name: regionNameAt('g.key') },
    park: { key: sql`coalesce(enterprise.park_id, '')`, name: unitNameAt('g.key') },
    industry: { key: sql`coalesce(left(enterprise.industry, 2), '')`, name: sql`g.key` },
    chain: { key: sql`coalesce(enterprise.chain_id, '')`, name: chainNameAt('g.key') },
    scale: { key: sql`coalesce(enterprise.scale, '')`, name: sql`g.key` },
    state: { key: sql`enterprise.state`, name: sql`g.key` },
  };

export interface GroupSums {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly aboveScale: number;
  readonly revenueYuan: number;
  readonly employees: number;
}

/** Enterprises that a list would show, taken apart and added up. */
export async function sumEnterprises(
  db: Db,
  search: Omit<EnterpriseSearch, 'sort'>,
  actor: Actor,
  by: Grouping,
): Promise<GroupSums[]> {
  const { key, name } = groupKeys[by];
  const { rows } = await sql<GroupSums>`select g.*, coalesce(${name}, '') as name from (
    select ${key} as key, count(*) as count, count(*) filter (where enterprise.titles @> '{above-scale}'::text[]) as "aboveScale",
      coalesce(sum(enterprise.revenue), 0)::bigint as "revenueYuan", coalesce(sum(enterprise.employees), 0)::bigint as employees
    from enterprise_seen enterprise where ${enterpriseCondition(search, actor)} group by 1) g
    order by g.count desc, g.key`.execute(db);
  return rows;
}
