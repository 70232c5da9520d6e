import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { Vintage } from '../../domain/figure.ts';
import type { IndicatorTables } from '../tables.ts';
import type { Cell, CellsAsked } from '../totals.ts';
import type { Axis } from './places.ts';

type Db = Kysely<IndicatorTables>;

/** One cell over several periods. */
export interface CellAsked {
  readonly indicators: readonly string[];
  readonly periods: readonly string[];
  readonly axis: Axis;
  readonly place: string;
  /** '' for all chains together. */
  readonly chain: string;
}

/** Figures (`o`) that a cell is made of: in its place as of their period, of its chain or one below. */
export const inCell = ({ indicators, periods, axis, place, chain }: CellAsked): RawBuilder<SqlBool> => sql<SqlBool>`
  o.indicator_id = any (${[...indicators]}::text[]) and o.period = any (${[...periods]}::text[])
  and ${
    axis === 'region'
      ? sql`o.region_id in (select a.descendant from region_closure a where a.ancestor = ${place})
          and exists (select from region_closure a where a.ancestor = ${place} and a.descendant = o.region_id
            and o.period_end >= a.valid_from and o.period_end < a.valid_to)`
      : sql`o.unit_id in (select a.descendant from unit_closure a where a.ancestor = ${place})`
  }
  and ${chain === '' ? sql`true` : sql`o.chain_id in (select l.descendant from chain_closure l where l.ancestor = ${chain})`}`;

type Sum = Omit<Cell, 'total' | 'placeId' | 'chainId'> & { total: string };
const withBigint = (rows: readonly Sum[], { place, chain }: CellAsked): Cell[] =>
  rows.map((row) => ({ ...row, total: BigInt(row.total), placeId: place, chainId: chain }));

/** The cell as it stood at a moment (`at`, ISO), or, without one, as each of its figures was first saved. */
export async function readThen(db: Db, asked: CellAsked, at: string | null, greatest: boolean): Promise<Cell[]> {
  const version =
    at === null
      ? sql`join observation_version v on v.observation_id = o.id and v.revision = 1`
      : sql`join lateral (
          select value, vintage from observation_version each
          where each.observation_id = o.id and each.saved_at <= ${at}::timestamptz
          order by each.revision desc limit 1) v on true`;
  const { rows } = await sql<Sum>`
    select o.indicator_id as "indicatorId", o.period,
      ${greatest ? sql`max(v.value)` : sql`sum(v.value)`}::text as total, count(*)::integer as figures,
      count(*) filter (where o.enterprise_id <> '')::integer as firms,
      count(*) filter (where v.vintage = 'revised')::integer as revised,
      count(*) filter (where v.vintage = 'final')::integer as final
    from observation o ${version}
    where ${inCell(asked)} and o.role = 'part' and v.value is not null
    group by 1, 2`.execute(db);
  return withBigint(rows, asked);
}

/** What corrections have taken away from sums since each figure was first saved: added to a sum of now it is that of then. */
export async function readUncorrected(db: Db, asked: CellAsked): Promise<Cell[]> {
  const count = (which: RawBuilder<SqlBool>, other: RawBuilder<SqlBool>) =>
    sql`(count(*) filter (where v.value is not null and ${which})
      - count(*) filter (where o.value is not null and ${other}))::integer`;
  const is = (vintage: Vintage) => count(sql`v.vintage = ${vintage}`, sql`o.vintage = ${vintage}`);
  const isFirm = sql<SqlBool>`o.enterprise_id <> ''`;
  const { rows } = await sql<Sum>`
    select o.indicator_id as "indicatorId", o.period, sum(coalesce(v.value, 0) - coalesce(o.value, 0))::text as total,
      ${count(sql`true`, sql`true`)} as figures, ${count(isFirm, isFirm)} as firms,
      ${is('revised')} as revised, ${is('final')} as final
    from observation o join observation_version v on v.observation_id = o.id and v.revision = 1
    where o.revision > 1 and ${inCell(asked)} and o.role = 'part'
    group by 1, 2`.execute(db);
  return withBigint(rows, asked);
}

/** The greatest figure of each cell; totals of a maximum are no sums and are asked of the figures themselves. */
export async function readMaxima(db: Db, { indicators, periods, axis, places, chains }: CellsAsked): Promise<Cell[]> {
  const above =
    axis === 'region'
      ? sql`region_closure a on a.descendant = o.region_id and o.period_end >= a.valid_from and o.period_end < a.valid_to`
      : sql`unit_closure a on a.descendant = o.unit_id`;
  const { rows } = await sql<Omit<Cell, 'total'> & { total: string }>`
    select o.indicator_id as "indicatorId", o.period, a.ancestor as "placeId", c.chain_id as "chainId",
      max(o.value)::text as total, count(*)::integer as figures,
      count(*) filter (where o.enterprise_id <> '')::integer as firms,
      count(*) filter (where o.vintage = 'revised')::integer as revised,
      count(*) filter (where o.vintage = 'final')::integer as final
    from observation o join ${above}
      cross join lateral (
        select l.ancestor as chain_id from chain_closure l where l.descendant = o.chain_id union all select '') c
    where o.indicator_id = any (${[...indicators]}::text[]) and o.period = any (${[...periods]}::text[])
      and a.ancestor = any (${[...places]}::text[]) and c.chain_id = any (${[...chains]}::text[])
      and o.role = 'part' and o.value is not null
    group by 1, 2, 3, 4`.execute(db);
  return rows.map((row) => ({ ...row, total: BigInt(row.total) }));
}

/** What a place reports itself over others. */
export interface OwnFigure {
  readonly id: number;
  readonly indicatorId: string;
  readonly period: string;
  readonly placeId: string;
  readonly chainId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly value: number | null;
  readonly reason: string | null;
  readonly vintage: Vintage;
  readonly savedAt: string;
  readonly by: string;
}

/** Own reports of places, by period and unit. */
export async function readOwn(db: Db, { indicators, periods, axis, places, chains }: CellsAsked): Promise<OwnFigure[]> {
  const place = sql.ref(axis === 'region' ? 'o.region_id' : 'o.unit_id');
  const { rows } = await sql<OwnFigure>`
    select o.id, o.indicator_id as "indicatorId", o.period, ${place} as "placeId", o.chain_id as "chainId",
      o.unit_id as "unitId", u.name as "unitName", o.value, o.reason, o.vintage, o.saved_at as "savedAt", v.by_name as by
    from observation o join unit u on u.id = o.unit_id
      join observation_version v on v.observation_id = o.id and v.revision = o.revision
    where o.role = 'own' and o.indicator_id = any (${[...indicators]}::text[])
      and o.period = any (${[...periods]}::text[]) and ${place} = any (${[...places]}::text[])
      and o.chain_id = any (${[...chains]}::text[])
    order by o.period, o.unit_id`.execute(db);
  return rows;
}

/** The latest period of an indicator with figures in a place; null when there is none. */
export async function latestPeriod(
  db: Db,
  indicators: readonly string[],
  periods: readonly string[],
  axis: Axis,
  places: readonly string[],
): Promise<string | null> {
  const column = sql.ref(axis === 'region' ? 'region_id' : 'unit_id');
  const other = sql.ref(axis === 'region' ? 'unit_id' : 'region_id');
  const { rows } = await sql<{ period: string | null }>`
    select max(period) as period from (
      select period from rollup_cell where indicator_id = any (${[...indicators]}::text[]) and ${other} = ''
        and ${column} = any (${[...places]}::text[]) and period = any (${[...periods]}::text[]) and figures <> 0
      union all
      select period from rollup_pending where indicator_id = any (${[...indicators]}::text[])
        and period = any (${[...periods]}::text[])) every`.execute(db);
  return rows[0]?.period ?? null;
}
