import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../platform/db/list-sql.ts';
import type { ListFilter, SortKey } from '../../../platform/http/list-query.ts';
import { type Place, type Reach, withinReach } from '../../access/index.ts';
import type { PlanCounts, PlanStatus } from '../domain/model.ts';
import { countsOfRow } from './rows.ts';
import type { PlanTables } from './tables.ts';

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
export interface ListedPlan extends PlanRow {
  readonly regionName: string | null;
  readonly unitName: string | null;
  readonly chainName: string | null;
}

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
const latestFirst: readonly SortKey[] = [{ key: 'updatedAt', descending: true }];

/** One page of the plans that somebody may see, the latest changed first unless asked otherwise, and how many there are. */
export async function listPlans(
  db: Kysely<PlanTables>,
  search: PlanSearch,
  reach: Reach,
  limit: number,
  offset: number,
): Promise<{ total: number; capped: boolean; plans: ListedPlan[] }> {
  const query = found(db, search, reach);
  const count = await cappedCount(db, query, undefined, await stateOf(db));
  const rows = await named(columns(query)).orderBy(inOrder(search.sort)).limit(limit).offset(offset).execute();
  return { ...count, plans: rows.map(listedPlan) };
}

const stateOf = async (db: Kysely<PlanTables>): Promise<string> =>
  (await sql<{ state: string }>`select plan_listing_state() as state`.execute(db)).rows[0]?.state ?? '';

/** Ids of all those plans, in order, up to a limit: what an export is of. */
export async function listPlanIds(
  db: Kysely<PlanTables>,
  search: PlanSearch,
  reach: Reach,
  limit: number,
): Promise<string[]> {
  const query = found(db, search, reach).select('plan_listing.plan_id').orderBy(inOrder(search.sort)).limit(limit);
  return (await query.execute()).map((row) => row.plan_id);
}

/** Those of some plans that may be seen, in any order. */
export async function readPlanRows(
  db: Kysely<PlanTables>,
  planIds: readonly string[],
  reach: Reach,
): Promise<ListedPlan[]> {
  const query = seen(db, reach).where('plan_listing.plan_id', 'in', [...planIds]);
  return (await named(columns(query)).execute()).map(listedPlan);
}

/** One plan; undefined when there is none that may be seen. */
export async function readPlanRow(db: Kysely<PlanTables>, planId: string, reach: Reach): Promise<PlanRow | undefined> {
  const row = await columns(seen(db, reach)).where('plan_listing.plan_id', '=', planId).executeTakeFirst();
  return row === undefined ? undefined : planRow(row);
}

const inOrder = (sort: readonly SortKey[]) => orderOf(sort.length === 0 ? latestFirst : sort, fields, at('plan_id'));

/** Each plan by the one way in which it is seen: whole where it is in reach, else what is published for one's region. */
function seen(db: Kysely<PlanTables>, reach: Reach) {
  const whole = withinReach(reach, 'plan_listing');
  const all = sql<SqlBool>`(${at('face')} = 'whole' and ${whole})`;
  const published = sql<SqlBool>`(${at('face')} = 'published'
    and ${at('region_id')} = any (${[...reach.above]}::text[]) and (${whole}) is not true)`;
  const mine = reach.everything || reach.above.size === 0 ? all : sql<SqlBool>`(${all} or ${published})`;
  return db.selectFrom('plan_listing').where(mine);
}

type Seen = ReturnType<typeof seen>;

/** Thrown away plans only for those who ask for them. */
function found(db: Kysely<PlanTables>, search: PlanSearch, reach: Reach): Seen {
  const query = seen(db, reach).where(matches(search, fields, searched));
  const { status } = search.filter;
  const asked = status !== undefined && 'in' in status && status.in.includes('discarded');
  return asked ? query : query.where('plan_listing.status', '!=', sql.lit('discarded'));
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
  ]);

type Columns = ReturnType<typeof columns>;

/** The names of today; looked up only for the rows that are given. */
const named = (query: Columns) =>
  query.select([
    sql<string | null>`(select t.name from region_term t where t.code = ${at('region_id')}
      order by (t.valid_to is null) desc, t.valid_to desc limit 1)`.as('region_name'),
    sql<string | null>`(select u.name from unit u where u.id = ${at('unit_id')})`.as('unit_name'),
    sql<string | null>`(select c.name from chain c where c.id = ${at('chain_id')})`.as('chain_name'),
  ]);

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

const listedPlan = (row: RowOf<ReturnType<typeof named>>): ListedPlan => ({
  ...planRow(row),
  regionName: row.region_name,
  unitName: row.unit_name,
  chainName: row.chain_name,
});
