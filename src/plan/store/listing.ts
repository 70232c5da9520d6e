import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../platform/db/list-sql.ts';
import { countedRows, type ListFilter, type SortKey } from '../../../platform/http/list-query.ts';
import type { Place, Reach } from '../../access/index.ts';
import type { PlanCounts, PlanStatus } from '../domain/model.ts';
import { type PlaceNames, placeNames } from './place-names.ts';
import { countsOfRow } from './rows.ts';
import type { PlanTables } from './tables.ts';
import { placesSeen, waysOf } from './ways.ts';
import { planIdsWith } from './words.ts';

/** A plan as lists show it: figures of the open draft, else of the latest edition, else of the discarded draft. */
export interface PlanRow {
  readonly id: string;
  readonly title: string | null;
  readonly docNumber: string | null;
  readonly issuer: string | null;
  readonly issuedOn: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly status: PlanStatus;
  readonly revision: number;
  readonly latestEdition: number | null;
  readonly fileName: string;
  readonly counts: PlanCounts;
  readonly place: Place;
  readonly createdAt: string;
  readonly updatedAt: string;
}
/** The same with the names of where it belongs. */
export interface ListedPlan extends PlanRow, PlaceNames {}

/** Which plans, in which order. */
export interface PlanSearch {
  readonly words: readonly string[];
  readonly filter: ListFilter;
  readonly sort: readonly SortKey[];
}

const at = (column: string) => sql.ref(`plan_listing.${column}`);
/** Days are those of the calendar that the offices live by. */
const dayOf = (column: string): RawBuilder<unknown> => sql`(${at(column)} at time zone 'Asia/Shanghai')::date`;
/** A region stands for all that lies in it today, a unit and a chain for all below them. */
const below = (column: string, closure: string) => (values: readonly string[]) => {
  const today = closure === 'region_closure' ? sql`and current_date >= valid_from and current_date < valid_to` : sql``;
  const inside = sql`select descendant from ${sql.table(closure)} where ancestor = any (${[...values]}) ${today}`;
  return sql<SqlBool>`${at(column)} in (${inside})`;
};

const fields: ListedFields = {
  title: { at: at('name') },
  docNumber: { at: at('doc_number'), nullable: true },
  issuer: { at: at('issuer'), nullable: true },
  status: { at: at('status') },
  region: { at: at('region_id'), nullable: true, among: below('region_id', 'region_closure') },
  unit: { at: at('unit_id'), nullable: true, among: below('unit_id', 'unit_closure') },
  chain: { at: at('chain_id'), nullable: true, among: below('chain_id', 'chain_closure') },
  issuedOn: { at: at('issued_on'), nullable: true },
  validTo: { at: at('valid_to'), nullable: true },
  indicators: { at: at('indicators') },
  tasks: { at: at('tasks') },
  clauses: { at: at('clauses') },
  tables: { at: at('tables') },
  unreviewed: { at: at('unreviewed') },
  findings: { at: at('weight') },
  errors: { at: at('errors') },
  warnings: { at: at('warnings') },
  updatedAt: { at: dayOf('updated_at'), order: at('updated_at') },
};
const searched = { lowered: at('words') };
/** Whoever looks for words and finds this many adds a word instead of paging. */
const countedWithWords = 2000;
/**
 * Figures of the first pages stand in the statement, so that its plan may be kept: planning takes longer than reading them.
 * Not with conditions, whose values decide what plan is good.
 */
const pagesKept = 6;
const latestFirst: readonly SortKey[] = [{ key: 'updatedAt', descending: true }];

/** One page of the plans that somebody may see, the latest changed first unless asked otherwise, and how many there are. */
export async function listPlans(
  db: Kysely<PlanTables>,
  search: PlanSearch,
  reach: Reach,
  limit: number,
  offset: number,
): Promise<{ total: number; capped: boolean; plans: ListedPlan[] }> {
  const ways = await found(db, search, reach);
  if (ways.length === 0) return { total: 0, capped: false, plans: [] };
  const { rows } = await page(ways, search, limit, offset).execute(db);
  const most = search.words.length > 0 ? countedWithWords : countedRows;
  const seenToEnd = rows.length < limit && (rows.length > 0 || offset === 0) && offset + rows.length <= most;
  const count = seenToEnd
    ? { total: offset + rows.length, capped: false }
    : await cappedCount(db, ways, most, rows[0]?.state ?? null);
  return { ...count, plans: await listed(db, rows) };
}

/** The first of them, uncounted: what a search over everything shows. */
export async function firstPlans(
  db: Kysely<PlanTables>,
  words: readonly string[],
  reach: Reach,
  limit: number,
): Promise<PlanRow[]> {
  const search = { words, filter: {}, sort: [] };
  const ways = await found(db, search, reach);
  return ways.length === 0 ? [] : (await page(ways, search, limit, 0).execute(db)).rows.map(planRow);
}

/** Ids of all those plans, in order, up to a limit: what an export is of. */
export async function listPlanIds(
  db: Kysely<PlanTables>,
  search: PlanSearch,
  reach: Reach,
  limit: number,
): Promise<string[]> {
  const ways = await found(db, search, reach);
  return ways.length === 0 ? [] : (await page(ways, search, limit, 0).execute(db)).rows.map((row) => row.plan_id);
}

/** Those of some plans that may be seen, in any order. */
export async function readPlanRows(
  db: Kysely<PlanTables>,
  planIds: readonly string[],
  reach: Reach,
): Promise<ListedPlan[]> {
  if (planIds.length === 0) return [];
  const query = columns(seen(db, reach)).where(sql<SqlBool>`${at('plan_id')} = any (${[...planIds]}::text[])`);
  return listed(db, await query.execute());
}

/** One plan; undefined when there is none that may be seen. */
export async function readPlanRow(db: Kysely<PlanTables>, planId: string, reach: Reach): Promise<PlanRow | undefined> {
  const row = await columns(seen(db, reach)).where('plan_listing.plan_id', '=', planId).executeTakeFirst();
  return row === undefined ? undefined : planRow(row);
}

const inOrder = (sort: readonly SortKey[]) => orderOf(sort.length === 0 ? latestFirst : sort, fields, at('plan_id'));

/** Each plan by the one way in which it is seen. */
const seen = (db: Kysely<PlanTables>, reach: Reach) =>
  db.selectFrom('plan_listing').where(sql<SqlBool>`(${sql.join(waysOf(reach), sql` or `)})`);

type Seen = ReturnType<typeof seen>;

/** The plans that are looked for, way by way; none when there are none. Thrown away plans only for those who ask for them. */
async function found(db: Kysely<PlanTables>, search: PlanSearch, reach: Reach): Promise<readonly Seen[]> {
  const few = await planIdsWith(db, search.words, placesSeen(reach));
  if (few?.length === 0) return [];
  const words = few === null ? search.words : [];
  const { status } = search.filter;
  const thrownAway = status !== undefined && 'in' in status && status.in.includes('discarded');
  const conditions = [
    matches({ ...search, words }, fields, searched),
    ...(few === null ? [] : [sql<SqlBool>`${at('plan_id')} = any (${[...few]}::text[])`]),
    ...(thrownAway ? [] : [sql<SqlBool>`${at('status')} <> 'discarded'`]),
  ];
  const asked = sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
  return waysOf(reach).map((way) => db.selectFrom('plan_listing').where(way).where(asked));
}

/**
 * One page of what several ways lead to, each walked in its order until the page is full, and the state of the list. It is
 * read with the rows, so before they are counted: a plan that comes in between is counted anew next time.
 */
function page(ways: readonly Seen[], { filter, sort }: PlanSearch, limit: number, offset: number) {
  const order = inOrder(sort);
  const kept = Object.keys(filter).length === 0 && offset < pagesKept * limit;
  const figure = (rows: number) => (kept ? sql<number>`${sql.lit(rows)}` : sql<number>`${rows}`);
  const walked = ways.map(
    (way) =>
      sql`(${columns(way)
        .orderBy(order)
        .limit(figure(limit + offset))})`,
  );
  return sql<RowOf<Columns> & { state: string }>`
    select *, (select plan_listing_state()) as state from (${sql.join(walked, sql` union all `)}) as plan_listing
    order by ${order} limit ${figure(limit)} offset ${figure(offset)}`;
}

const columns = (query: Seen) =>
  query.select([
    'plan_listing.plan_id',
    'plan_listing.status',
    'plan_listing.revision',
    'plan_listing.latest_edition',
    'plan_listing.region_id',
    'plan_listing.unit_id',
    'plan_listing.chain_id',
    'plan_listing.created_at',
    'plan_listing.updated_at',
    'plan_listing.title',
    'plan_listing.doc_number',
    'plan_listing.issuer',
    'plan_listing.issued_on',
    'plan_listing.valid_from',
    'plan_listing.valid_to',
    'plan_listing.indicators',
    'plan_listing.tasks',
    'plan_listing.clauses',
    'plan_listing.tables',
    'plan_listing.unreviewed',
    'plan_listing.rejected',
    'plan_listing.errors',
    'plan_listing.warnings',
    'plan_listing.notices',
    'plan_listing.dismissed',
    'plan_listing.file_name',
    // What lists are sorted by besides.
    'plan_listing.name',
    'plan_listing.weight',
  ]);

type Columns = ReturnType<typeof columns>;

type RowOf<Q> = Q extends SelectQueryBuilder<infer _DB, infer _TB, infer O> ? O : never;

const planRow = (row: RowOf<Columns>): PlanRow => ({
  id: row.plan_id,
  title: row.title,
  docNumber: row.doc_number,
  issuer: row.issuer,
  issuedOn: row.issued_on,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  status: row.status,
  revision: row.revision,
  latestEdition: row.latest_edition,
  fileName: row.file_name,
  counts: countsOfRow(row),
  place: { regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id },
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

async function listed(db: Kysely<PlanTables>, rows: readonly RowOf<Columns>[]): Promise<ListedPlan[]> {
  const namesOf = await placeNames(db, rows);
  return rows.map((row) => ({ ...planRow(row), ...namesOf(row) }));
}
