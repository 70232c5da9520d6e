import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../../platform/db/list-sql.ts';
import type { ListFilter, SortKey } from '../../../../platform/http/list-query.ts';
import type { Vintage } from '../../domain/figure.ts';
import type { IndicatorTables } from '../tables.ts';
import { type CellAsked, inCell } from './behind.ts';

type Db = Kysely<IndicatorTables>;

/** A figure as a row: what, where, how much, and who saved it first and last. */
export interface FigureRow {
  readonly id: number;
  readonly indicatorId: string;
  readonly period: string;
  readonly enterpriseId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly regionId: string;
  readonly regionName: string;
  readonly chainId: string;
  readonly chainName: string | null;
  readonly value: number | null;
  readonly reason: string | null;
  readonly vintage: Vintage;
  readonly revision: number;
  readonly savedAt: string;
  readonly reportedBy: string;
  readonly reportedAt: string;
  readonly changedBy: string;
  readonly note: string | null;
  /** Of the sheet that it came in with. */
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
}

const at = (column: string) => sql.ref(column);
const regionName = sql`(select t.name from region_term t where t.code = o.region_id
  order by t.valid_from desc nulls last limit 1)`;
const unitName = sql`(select u.name from unit u where u.id = o.unit_id)`;
const chainName = sql`(select c.name from chain c where c.id = o.chain_id)`;
const fields: ListedFields = {
  enterprise: { at: at('o.enterprise_id') },
  unit: { at: unitName },
  region: { at: regionName },
  chain: { at: chainName, nullable: true },
  period: { at: at('o.period') },
  value: { at: at('o.value'), nullable: true },
  reason: { at: at('o.reason'), nullable: true },
  vintage: { at: at('o.vintage') },
  revision: { at: at('o.revision') },
  savedAt: { at: sql`(o.saved_at at time zone 'Asia/Shanghai')::date`, order: at('o.saved_at') },
};
const searched = [at('o.enterprise_id'), unitName, chainName];

export interface FigureSearch {
  readonly words: readonly string[];
  readonly filter: ListFilter;
  readonly sort: readonly SortKey[];
}

const found = (db: Db, asked: CellAsked, search: FigureSearch) =>
  db
    .selectFrom('observation as o')
    .where(sql<boolean>`${inCell(asked)} and o.role = 'part' and ${matches(search, fields, searched)}`);

const columns = sql<FigureRow>`o.id, o.indicator_id as "indicatorId", o.period, o.enterprise_id as "enterpriseId",
  o.unit_id as "unitId", ${unitName} as "unitName", o.region_id as "regionId", coalesce(${regionName}, o.region_id) as "regionName",
  o.chain_id as "chainId", ${chainName} as "chainName", o.value, o.reason, o.vintage, o.revision, o.saved_at as "savedAt",
  (select v.by_name from observation_version v where v.observation_id = o.id and v.revision = 1) as "reportedBy",
  (select v.saved_at from observation_version v where v.observation_id = o.id and v.revision = 1) as "reportedAt",
  (select v.by_name from observation_version v where v.observation_id = o.id and v.revision = o.revision) as "changedBy",
  (select v.note from observation_version v where v.observation_id = o.id and v.revision = o.revision) as note,
  approved.by as "approvedBy", approved.at as "approvedAt"`;

/** The newest approval of a sheet that has a cell for the figure. */
const approval = sql`left join lateral (
  select s.approved_by as by, s.approved_at as at
  from sheet s join sheet_row r on r.sheet_id = s.id
    join sheet_cell c on c.sheet_id = s.id and c.row_key = r.row_key and c.indicator_id = o.indicator_id
  where s.unit_id = o.unit_id and s.period = o.period and s.state = 'approved' and r.enterprise_id = o.enterprise_id
    and r.figure_chain = o.chain_id and c.recorded is not null
  order by s.approved_at desc limit 1) approved on true`;

const usual: readonly SortKey[] = [{ key: 'value', descending: true }];

/** One page of the figures of a cell, the greatest first unless asked otherwise, and how many there are. */
export async function listFigures(
  db: Db,
  asked: CellAsked,
  search: FigureSearch,
  limit: number,
  offset: number,
): Promise<{ readonly rows: FigureRow[]; readonly total: number; readonly capped: boolean }> {
  const all = found(db, asked, search);
  const ordered = orderOf(search.sort.length === 0 ? usual : search.sort, fields, sql.ref('o.id'));
  const ids = await all
    .select(sql<number>`o.id`.as('id'))
    .orderBy(sql`${ordered}`)
    .limit(limit)
    .offset(offset)
    .execute();
  const rows = await readFigureRows(
    db,
    ids.map(({ id }) => id),
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const counted = await cappedCount(db, all as never);
  return { rows: ids.flatMap(({ id }) => known.get(id) ?? []), ...counted };
}

/** Ids of all figures of a cell in order, up to a limit: what an export is of. */
export async function listFigureIds(db: Db, asked: CellAsked, search: FigureSearch, limit: number): Promise<number[]> {
  const ordered = orderOf(search.sort.length === 0 ? usual : search.sort, fields, sql.ref('o.id'));
  const rows = await found(db, asked, search)
    .select(sql<number>`o.id`.as('id'))
    .orderBy(sql`${ordered}`)
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Some figures, in any order. */
export async function readFigureRows(db: Db, ids: readonly number[]): Promise<FigureRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<FigureRow>`
    select ${columns} from observation o ${approval} where o.id = any (${[...ids]}::bigint[])`.execute(db);
  return rows;
}

export interface FigureVersion {
  readonly revision: number;
  readonly value: number | null;
  readonly reason: string | null;
  readonly vintage: Vintage;
  readonly savedAt: string;
  readonly by: string;
  readonly note: string | null;
}

/** Every version of a figure, the newest first. */
export async function readVersions(db: Db, id: number): Promise<FigureVersion[]> {
  const { rows } = await sql<FigureVersion>`
    select revision, value, reason, vintage, saved_at as "savedAt", by_name as by, note
    from observation_version where observation_id = ${id} order by revision desc`.execute(db);
  return rows;
}
