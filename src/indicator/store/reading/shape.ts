import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { IndicatorTables } from '../tables.ts';
import type { Axis } from './places.ts';

type Db = Kysely<IndicatorTables>;

/** A cell of the whole table of an indicator and year, as the system sees it. */
export interface ShapeCell {
  readonly period: string;
  readonly place: string;
  readonly chain: string;
  readonly total: bigint;
  readonly figures: number;
  readonly firms: number;
}

/** Changes whenever what the sums of an indicator and year are made of does: by `indicator year`. Ask as the system. */
export async function readShapeStates(
  db: Db,
  indicators: readonly string[],
  years: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ indicator: string; year: string; state: string }>`
    select i as indicator, y as year, concat_ws('/',
      (select revision from rollup_shape s where s.indicator_id = i and s.year = y),
      (select max(id) from rollup_pending p where p.indicator_id = i and left(p.period, 4) = y
        and (p.figures <> 0 or p.firms <> 0)),
      (select revision from organisation_revision)) as state
    from unnest(${[...indicators]}::text[]) i, unnest(${[...years]}::text[]) y`.execute(db);
  return new Map(rows.map(({ indicator, year, state }) => [`${indicator} ${year}`, state]));
}

/** Every cell of an indicator in some periods, over all places and chains; folded or not. Ask as the system. */
export async function readShape(
  db: Db,
  indicator: string,
  periods: readonly string[],
  axis: Axis,
): Promise<ShapeCell[]> {
  const isRegion = axis === 'region';
  const [place, other] = isRegion
    ? [sql.ref('region_id'), sql.ref('unit_id')]
    : [sql.ref('unit_id'), sql.ref('region_id')];
  const above = isRegion
    ? sql`region_closure a on a.descendant = p.region_id and p.period_end >= a.valid_from and p.period_end < a.valid_to`
    : sql`unit_closure a on a.descendant = p.unit_id`;
  const { rows } = await sql<Omit<ShapeCell, 'total'> & { total: string }>`
    select period, place, chain, sum(total)::text as total, sum(figures)::integer as figures,
      sum(firms)::integer as firms
    from (
      select period, ${place} as place, chain_id as chain, total, figures, firms from rollup_cell
      where indicator_id = ${indicator} and period = any (${[...periods]}::text[]) and ${other} = ''
      union all
      select p.period, a.ancestor, c.chain_id, p.total, p.figures, p.firms
      from rollup_pending p join ${above}
        cross join lateral (
          select l.ancestor as chain_id from chain_closure l where l.descendant = p.chain_id union all select '') c
      where p.indicator_id = ${indicator} and p.period = any (${[...periods]}::text[])) every
    group by 1, 2, 3 having sum(figures) <> 0`.execute(db);
  return rows.map((row) => ({ ...row, total: BigInt(row.total) }));
}
