import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { countedPage, type ListedFields, matches, orderOf } from '../../../platform/db/list-sql.ts';
import type { ListFilter, SortKey } from '../../../platform/http/list-query.ts';
import type { Actor } from '../../access/index.ts';
import type { EnterpriseBox, Grouping } from '../contract/fields.ts';
import { codeStartOf, queryInside, queryOf } from '../domain/search/index.ts';
import type { Db } from './db.ts';
import { inSight, type StoredEnterprise, seenEnterprises } from './enterprise.ts';
import { storedFilter } from './filter.ts';
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
  const ranges = values.map((value) => sql`(${at(column)} ~>=~ ${value} and ${at(column)} ~<~ ${`${value}~`})`);
  return sql<SqlBool>`(${sql.join(ranges, sql` or `)})`;
};
const inCodeOrder = sql`enterprise.code collate "C"`;
const codeBeginning = (start: string) => sql`(${inCodeOrder} >= ${start} and ${inCodeOrder} < ${`${start}~`})`;
const any = (column: string) => (values: readonly string[]) => sql<SqlBool>`${at(column)} && ${[...values]}::text[]`;

const fields: ListedFields = {
  name: { at: at('name') },
  code: { at: at('code'), order: inCodeOrder, nullable: true },
  region: {
    at: at('region_id'),
    among: within('region_id', 'region_closure'),
  },
  park: { at: at('park_id'), nullable: true, among: within('park_id', 'unit_closure') },
  industry: { at: at('industry'), nullable: true, among: beginning('industry') },
  chain: {
    ...{ at: at('chain_id'), nullable: true },
    among: within('chain_id', 'chain_closure'),
  },
  scale: {
    at: at('scale'),
    order: sql`array_position('{large,medium,small,micro}'::text[], enterprise.scale)`,
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
  revenue: { at: at('revenue'), nullable: true },
  revenueYear: { at: at('revenue_year'), nullable: true },
  employees: { at: at('employees'), nullable: true },
  foundedOn: { at: at('founded_on'), nullable: true },
  capital: { at: at('capital_fen'), nullable: true },
  legalRepresentative: { at: at('legal_representative') },
  changedAt: { at: at('changed_at') },
};

function inBox(box: EnterpriseBox): RawBuilder<SqlBool> {
  if (box === 'all') return sql<SqlBool>`true`;
  if (box === 'merged') return sql<SqlBool>`enterprise.merged_into is not null`;
  return box === 'open'
    ? sql<SqlBool>`enterprise.counts and enterprise.state in ('open', 'suspended')`
    : sql<SqlBool>`enterprise.counts and enterprise.state not in ('open', 'suspended')`;
}

/** Every word is found, in the texts or as the beginning of a code; one without a sign to look for finds nothing. */
function found(words: readonly string[]): RawBuilder<SqlBool> {
  if (words.length === 0) return sql<SqlBool>`true`;
  const each = words.map((word) => {
    const [query, code] = [queryOf(word), codeStartOf(word)];
    const inText = query === null ? sql`false` : sql`${at('searched')} @@ ${query}::tsquery`;
    return code === null ? inText : sql`(${inText} or ${codeBeginning(code)})`;
  });
  return sql<SqlBool>`${sql.join(each, sql` and `)}`;
}

/** What is contained in a name is among what is found by its signs: the index narrows, the text itself decides. */
const narrowed = (filter: ListFilter): RawBuilder<SqlBool> => {
  const queries = [filter.name, filter.legalRepresentative].flatMap((condition) =>
    condition !== undefined && 'has' in condition ? [queryInside(condition.has)] : [],
  );
  const known = queries.filter((query) => query !== null);
  return known.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${at('searched')} @@ ${known.join(' & ')}::tsquery`;
};

/** What decides whether an enterprise is among those that are asked for; `enterprise` is the view. */
export const enterpriseCondition = (
  { words, filter, box }: Omit<EnterpriseSearch, 'sort'>,
  actor: Actor,
): RawBuilder<SqlBool> =>
  sql<SqlBool>`${inSight(actor)} and ${inBox(box)} and ${found(words)}
    and ${narrowed(filter)} and ${containing(filter)}
    and ${matches({ words: [], filter: withoutTexts(storedFilter(filter)) }, fields, { lowered: at('name') })}`;

const texts: Readonly<Record<string, string>> = { name: 'name', legalRepresentative: 'legal_representative' };
const withoutTexts = (filter: ListFilter): ListFilter =>
  Object.fromEntries(Object.entries(filter).filter(([key, condition]) => !(key in texts && 'has' in condition)));

/** Texts that contain some words. Not `ilike`: PostgreSQL takes what it cannot look up for rare, and would collect all of it. */
function containing(filter: ListFilter): RawBuilder<SqlBool> {
  const each = Object.entries(texts).flatMap(([key, column]) => {
    const condition = filter[key];
    return condition !== undefined && 'has' in condition
      ? [sql`strpos(lower(${at(column)}), ${condition.has.toLowerCase()}) > 0`]
      : [];
  });
  return each.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(each, sql` and `)}`;
}

/** Those with the most revenue first. */
const usual = [{ key: 'revenue', descending: true }];
const inOrder = (sort: readonly SortKey[]) => orderOf(sort.length === 0 ? usual : sort, fields, at('id'));

/**
 * One page. What is not very much is all fetched along whatever index finds it, and sorted; very much is walked in its order,
 * where a page is soon full. Where it is not, since what is looked for stands together far down, all of it is fetched after all.
 */
export async function listEnterpriseRows(
  db: Db,
  search: EnterpriseSearch,
  actor: Actor,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; capped: boolean; rows: StoredEnterprise[] }> {
  const query = db.selectFrom('enterprise_seen as enterprise').where(enterpriseCondition(search, actor));
  const order = inOrder(search.sort);
  const { ids: counted, ...count } = await countedPage(db, query, { as: 'enterprise', order, limit, offset });
  const ids =
    counted ??
    (await walked(db, search, actor, { limit, offset })) ??
    (await fetched(db, search, actor, { limit, offset }));
  const known = new Map((await listedEnterprises(db, ids, actor)).map((row) => [row.id, row]));
  return { ...count, rows: ids.flatMap((id) => known.get(id) ?? []) };
}

interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** What is very much is at least one of so many enterprises, if there are a million. */
const oneOf = 100;
const leastWalked = 5000;
const mostWalked = 40_000;

/** The page along its order, as long as it is full after a walk of some length; null: it is not. */
async function walked(
  db: Db,
  search: EnterpriseSearch,
  actor: Actor,
  { limit, offset }: Page,
): Promise<string[] | null> {
  const order = inOrder(search.sort);
  const far = Math.min(mostWalked, leastWalked + oneOf * (offset + limit));
  if (offset + limit > far) return null;
  // What is left of a walk stays in its order; asked for once more, an order by what is not stored would be sorted first.
  const { rows } = await sql<{ id: string }>`select enterprise.id from (
    select * from enterprise_seen enterprise where ${inBox(search.box)} order by ${order} limit ${far}
    ) enterprise where ${enterpriseCondition(search, actor)} limit ${limit} offset ${offset}`.execute(db);
  return rows.length === limit ? rows.map(({ id }) => id) : null;
}

async function fetched(db: Db, search: EnterpriseSearch, actor: Actor, { limit, offset }: Page): Promise<string[]> {
  // `offset 0` keeps the planner from walking the order of the outer query.
  const { rows } = await sql<{ id: string }>`select enterprise.id from (
    select * from enterprise_seen enterprise where ${enterpriseCondition(search, actor)} offset 0
    ) enterprise order by ${inOrder(search.sort)} limit ${limit} offset ${offset}`.execute(db);
  return rows.map(({ id }) => id);
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
