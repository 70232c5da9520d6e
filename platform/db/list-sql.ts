import {
  type AliasedExpression,
  type Expression,
  type Kysely,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import { sm3 } from '../digest/index.ts';
import { type Condition, countedRows, type ListFilter, type SortKey } from '../http/list-query.ts';
import { whoAsks } from './as-actor.ts';

/** Where a field of a list stands in a query. */
export interface ListedField {
  readonly at: Expression<unknown>;
  /** What is sorted by, when that is not what conditions compare: a moment whose day is asked for. */
  readonly order?: Expression<unknown>;
  /** True when it may be null: blanks then come last in either order, which an index must say too (`nulls last`). */
  readonly nullable?: boolean;
  /** For a choice of values that stand for more than themselves, such as a region for all inside it. */
  readonly among?: (values: readonly string[]) => Expression<SqlBool>;
}
export type ListedFields = Readonly<Record<string, ListedField>>;

/** Where words are looked for: any of some places, or one place that holds all of it in small letters (much faster). */
export type Searched = readonly Expression<unknown>[] | { readonly lowered: Expression<unknown> };

/**
 * The conditions of a list as one expression for `where`: every condition holds, and every word occurs in one of the
 * `searched` places. Values travel as parameters; a field that `fields` does not name is a fault of ours.
 */
export function matches(
  { words, filter }: { readonly words: readonly string[]; readonly filter: ListFilter },
  fields: ListedFields,
  searched: Searched,
): RawBuilder<SqlBool> {
  const conditions = Object.entries(filter).map(([key, condition]) => holds(condition, fieldOf(fields, key)));
  const found = words.map((word) => occurs(word, searched));
  const all = [...conditions, ...found];
  return all.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(all, sql` and `)}`;
}

function occurs(word: string, searched: Searched): RawBuilder<unknown> {
  // Not `like`: PostgreSQL takes a word that it cannot look up for a rare one, and would sort instead of walking an order.
  if ('lowered' in searched) return sql`strpos(${searched.lowered}, ${word.toLowerCase()}) > 0`;
  const pattern = containing(word);
  return sql`(${sql.join(
    searched.map((place) => sql`${place} ilike ${pattern}`),
    sql` or `,
  )})`;
}

/** Of a list the rows that an export is about: those named, or all (null), but for some. */
export function chosen(
  id: Expression<unknown>,
  { ids, except }: { readonly ids: readonly string[] | null; readonly except: readonly string[] },
): RawBuilder<SqlBool> {
  const named = ids === null ? sql`true` : sql`${id} = any (${[...ids]}::text[])`;
  return sql<SqlBool>`${named} and not ${id} = any (${[...except]}::text[])`;
}

/** The order of a list as one expression for `orderBy`; `tie` makes it the same every time. */
export function orderOf(sort: readonly SortKey[], fields: ListedFields, tie: Expression<unknown>): RawBuilder<unknown> {
  const keys = sort.map(({ key, descending }) => {
    const { at, order = at, nullable } = fieldOf(fields, key);
    return sql`${order}${descending ? sql` desc` : sql``}${descending && nullable ? sql` nulls last` : sql``}`;
  });
  return sql.join([...keys, tie], sql`, `);
}

/**
 * How many rows a query finds, or several that find different ones, counted up to a limit: beyond it nobody pages, and
 * counting on would cost too much. That there are more is remembered for ten minutes, since thousands of rows do not go
 * away in that time. With `state`, a text that changes whenever a counted row may come or go, an exact number is remembered
 * as long, while the state stays.
 */
export async function cappedCount<DB, TB extends keyof DB, O>(
  db: Kysely<DB>,
  query: SelectQueryBuilder<DB, TB, O> | readonly SelectQueryBuilder<DB, TB, O>[],
  most = countedRows,
  state: string | null = null,
): Promise<Counted> {
  const queries = 'clearSelect' in query ? [query] : query;
  const some = queries.map((each) => sql`${each.clearSelect().select(sql.lit(1).as('one'))}`);
  const all = sql<{ total: number }>`select count(*) as total from (
    select from (${sql.join(some, sql` union all `)}) as every limit ${most + 1}) as counted`;
  const { sql: text, parameters } = all.compile(db);
  const key = sm3(`${whoAsks()}\n${text}\n${JSON.stringify(parameters)}`);
  const known = counts.get(key);
  if (known !== undefined && known.until > Date.now() && (known.capped || known.state === state)) return shown(known);
  const total = (await all.execute(db)).rows[0]?.total ?? 0;
  const counted = total > most ? { total: most, capped: true } : { total, capped: false };
  if (counted.capped || state !== null) remember(key, { ...counted, state }, rememberedMs);
  return counted;
}

/**
 * A page of what a query finds, together with how many that is: where it is not more than the limit, one look at all of it tells
 * both. `ids` is null where it is more, which is remembered as by `cappedCount`; the page is then to be walked to. `found` selects
 * what `order` speaks of, under the name that `order` uses.
 */
export async function countedPage<DB, TB extends keyof DB, O>(
  db: Kysely<DB>,
  query: SelectQueryBuilder<DB, TB, O>,
  {
    as,
    order,
    limit,
    offset,
  }: { readonly as: string; readonly order: RawBuilder<unknown>; readonly limit: number; readonly offset: number },
  most = countedRows,
): Promise<Counted & { readonly ids: readonly string[] | null }> {
  const found = sql`${query.clearSelect().selectAll()} limit ${most + 1}`;
  const { sql: text, parameters } = found.compile(db);
  const key = sm3(`${whoAsks()}\n${text}\n${JSON.stringify(parameters)}`);
  const known = counts.get(key);
  if (known !== undefined && known.until > Date.now() && known.capped) return { ...shown(known), ids: null };
  const { rows } = await sql<{ id: string; of: number }>`
    select ${sql.ref(as)}.id, count(*) over () as of from (${found}) as ${sql.ref(as)}
    order by ${order} limit ${limit} offset ${offset}`.execute(db);
  const counted = countedWith(rows, { offset }, most) ?? (await cappedCount(db, query, most));
  if (!counted.capped) return { ...counted, ids: rows.map(({ id }) => id) };
  remember(key, { ...counted, state: null }, rememberedMs);
  return { ...counted, ids: null };
}

/** Selected with the rows of a page it says how many there are in all: what sorts them all has counted them. */
export const countOver: AliasedExpression<number, 'of'> = sql<number>`count(*) over ()`.as('of');

/** What a page selected with `countOver` says of all, up to the limit; null when the page is beyond the last. */
export function countedWith(
  page: readonly { readonly of: number }[],
  { offset }: { readonly offset: number },
  most = countedRows,
): Counted | null {
  const total = page[0]?.of ?? (offset === 0 ? 0 : null);
  if (total === null) return null;
  return total > most ? { total: most, capped: true } : { total, capped: false };
}

export interface Counted {
  readonly total: number;
  readonly capped: boolean;
}
const shown = ({ total, capped }: Counted): Counted => ({ total, capped });

const rememberedMs = 600_000;
const mostRemembered = 5000;
/** What was counted for whom, and until when that is believed. */
const counts = new Map<string, Counted & { readonly state: string | null; readonly until: number }>();

function remember(key: string, counted: Counted & { readonly state: string | null }, ms: number): void {
  if (counts.size >= mostRemembered) counts.clear();
  counts.set(key, { ...counted, until: Date.now() + ms });
}

function fieldOf(fields: ListedFields, key: string): ListedField {
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (field === undefined) throw new Error(`list field without a place in the query: ${key}`);
  return field;
}

function holds(condition: Condition, { at, among }: ListedField): RawBuilder<unknown> {
  if ('has' in condition) return sql`${at} ilike ${containing(condition.has)}`;
  if ('blank' in condition) return condition.blank ? sql`${at} is null` : sql`${at} is not null`;
  if ('in' in condition) return among ? sql`${among(condition.in)}` : sql`${at} = any(${[...condition.in]})`;
  const { from, to } = condition;
  if (from === undefined) return sql`${at} <= ${to}`;
  return to === undefined ? sql`${at} >= ${from}` : sql`${at} between ${from} and ${to}`;
}

/** A pattern for `ilike` that means the words themselves, whatever signs are in them. */
const containing = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;
