import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import { cappedCount, chosen, type ListedFields, matches, orderOf } from '../../../../platform/db/list-sql.ts';
import type { ExportRequest, ListRequest } from '../../../../platform/http/list-request.ts';
import { type Reach, withinReach } from '../../../access/index.ts';
import type { Period } from '../../../kernel/index.ts';
import type { Evidence } from '../../domain/warning/model.ts';
import type { Urgency } from '../../domain/warning/urgency.ts';
import { fromKept } from '../../domain/watch/evidence-text.ts';
import type { Behind } from '../../domain/watch/model.ts';
import type { IndicatorTables } from '../tables.ts';
import type { WarningState, WarningTable } from './tables.ts';

type Db = Kysely<IndicatorTables>;

export interface StoredWarning {
  readonly id: string;
  readonly revision: number;
  /** The indicator; of `missing` the form. */
  readonly about: string;
  readonly regionId: string;
  readonly unitId: string;
  readonly chainId: string;
  readonly light: Urgency;
  readonly since: Period;
  readonly period: Period;
  readonly evidence: Evidence;
  readonly behind: readonly Behind[];
  readonly isSmall: boolean;
  readonly state: WarningState;
  readonly aside: {
    readonly by: string;
    readonly at: string;
    readonly reason: string;
    readonly until: string | null;
  } | null;
  readonly raisedAt: string;
  readonly lastFoundAt: string;
  readonly overAt: string | null;
}

export const warningOf = (row: Selectable<WarningTable>): StoredWarning => ({
  ...{ id: row.id, revision: row.revision, about: row.about, regionId: row.region_id, unitId: row.unit_id },
  ...{ chainId: row.chain_id, light: row.light, since: row.since, period: row.period, isSmall: row.small },
  evidence: fromKept(row.evidence) as Evidence,
  behind: fromKept(row.behind) as Behind[],
  state: row.state,
  aside:
    row.aside_by_id === null
      ? null
      : {
          ...{ by: row.aside_by_name ?? '', at: row.aside_at ?? '', reason: row.aside_reason ?? '' },
          until: row.aside_until,
        },
  ...{ raisedAt: row.raised_at, lastFoundAt: row.last_found_at, overAt: row.over_at },
});

const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date::text`;
const aboutName = sql`coalesce(
  (select i.definition ->> 'name' from indicator i where i.id = warning.about), (select f.name from form f where f.id = warning.about))`;
const unitName = sql`(select u.name from unit u where u.id = warning.unit_id)`;
const regionName = sql`(select t.name from region_term t where t.code = warning.region_id
  order by (t.valid_to is null) desc, t.valid_to desc limit 1)`;

const fields: ListedFields = {
  light: { at: sql.ref('warning.light'), order: sql`array_position('{red,yellow,blue}', warning.light)` },
  rule: { at: sql.ref('warning.rule') },
  indicator: { at: aboutName, among: (values) => sql<SqlBool>`warning.about = any (${[...values]}::text[])` },
  region: {
    at: regionName,
    among: (values) => sql<SqlBool>`warning.region_id in (
      select c.descendant from region_closure c where c.ancestor = any (${[...values]}::text[])
        and current_date >= c.valid_from and current_date < c.valid_to)`,
  },
  unit: { at: unitName, nullable: true },
  chain: {
    at: sql.ref('warning.chain_id'),
    among: (values) => sql<SqlBool>`warning.chain_id in (
      select l.descendant from chain_closure l where l.ancestor = any (${[...values]}::text[]))`,
  },
  state: { at: sql.ref('warning.state') },
  since: { at: sql.ref('warning.since') },
  raisedAt: { at: day('warning.raised_at'), order: sql.ref('warning.raised_at') },
  overAt: { at: day('warning.over_at'), order: sql.ref('warning.over_at'), nullable: true },
};
const searched = [aboutName, unitName, regionName, sql.ref('warning.chain_id')];
/** The most pressing first, then the newest. */
const usual = sql`array_position('{open,aside,over}', state), array_position('{red,yellow,blue}', light), raised_at desc, id`;

/** What waits for somebody (of one light), what was put aside, what is over; `all`: each of them. */
export type Box = 'open' | Urgency | 'aside' | 'over' | 'all';

/** Whose warnings are asked for, and which of them. */
export interface Within {
  readonly reach: Reach;
  readonly box: Box;
}

function inBox(box: Box): RawBuilder<SqlBool> {
  switch (box) {
    case 'all':
      return sql<SqlBool>`true`;
    case 'open':
    case 'aside':
    case 'over':
      return sql<SqlBool>`state = ${box}`;
    default:
      return sql<SqlBool>`state = 'open' and light = ${box}`;
  }
}

const found = (db: Db, { reach, box }: Within, request: Pick<ListRequest, 'words' | 'filter'>) =>
  db
    .selectFrom('warning')
    .where(withinReach(reach, 'warning'))
    .where(inBox(box))
    .where(matches(request, fields, searched));

const ordered = ({ sort }: Pick<ListRequest, 'sort'>): RawBuilder<unknown> =>
  sort.length === 0 ? usual : orderOf(sort, fields, sql`id`);

export interface WarningPage {
  readonly rows: readonly StoredWarning[];
  readonly total: number;
  readonly capped: boolean;
}

/** One page of the warnings in reach. */
export async function listWarnings(db: Db, within: Within, request: ListRequest): Promise<WarningPage> {
  const query = found(db, within, request);
  const counted = await cappedCount(db, query);
  const rows = await query
    .selectAll()
    .orderBy(ordered(request))
    .limit(request.pageSize)
    .offset(request.offset)
    .execute();
  return { rows: rows.map(warningOf), ...counted };
}

/** Ids of all that an export has, in order. */
export async function warningIds(
  db: Db,
  within: Within,
  request: Pick<ExportRequest, 'words' | 'filter' | 'sort' | 'ids' | 'except'>,
  most: number,
): Promise<string[]> {
  const rows = await found(db, within, request)
    .select('id')
    .where(chosen(sql.ref('id'), request))
    .orderBy(ordered(request))
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

export async function readWarnings(db: Db, ids: readonly string[]): Promise<StoredWarning[]> {
  const rows = await db
    .selectFrom('warning')
    .selectAll()
    .where('id', 'in', [...ids, ''])
    .execute();
  return rows.map(warningOf);
}

/** One that the asker may see; `locked`: held until the transaction ends. */
export async function readWarning(
  db: Db,
  id: string,
  how: 'free' | 'locked' = 'free',
): Promise<StoredWarning | undefined> {
  const row = await db
    .selectFrom('warning')
    .selectAll()
    .where('id', '=', id)
    .$if(how === 'locked', (query) => query.forUpdate())
    .executeTakeFirst();
  return row === undefined ? undefined : warningOf(row);
}

/** How many there are in reach by light and rule, of those that wait for somebody, and how many were put aside. */
export async function countWarnings(
  db: Db,
  reach: Reach,
): Promise<
  { readonly light: Urgency; readonly rule: Evidence['rule']; readonly state: WarningState; readonly count: number }[]
> {
  return db
    .selectFrom('warning')
    .select(['light', 'rule', 'state', sql<number>`count(*)::integer`.as('count')])
    .where(withinReach(reach, 'warning'))
    .where('state', '<>', 'over')
    .groupBy(['light', 'rule', 'state'])
    .execute();
}

/** Puts one aside, or takes it back (`aside` null). */
export async function setAside(
  db: Db,
  id: string,
  aside: {
    readonly byId: string;
    readonly by: string;
    readonly at: string;
    readonly reason: string;
    readonly until: string | null;
  } | null,
): Promise<void> {
  await db
    .updateTable('warning')
    .set({
      state: aside === null ? 'open' : 'aside',
      revision: sql`revision + 1`,
      ...{ aside_by_id: aside?.byId ?? null, aside_by_name: aside?.by ?? null, aside_at: aside?.at ?? null },
      ...{ aside_reason: aside?.reason ?? null, aside_until: aside?.until ?? null },
    })
    .where('id', '=', id)
    .execute();
}

/** How many of each rule are not over in some regions; as the system. */
export async function countIn(
  db: Db,
  regionIds: readonly string[],
): Promise<{ readonly rule: Evidence['rule']; readonly count: number }[]> {
  return db
    .selectFrom('warning')
    .select(['rule', sql<number>`count(*)::integer`.as('count')])
    .where(sql<boolean>`region_id = any (${[...regionIds]}::text[])`)
    .where('state', '<>', 'over')
    .groupBy('rule')
    .execute();
}
