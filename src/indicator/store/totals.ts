import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { IndicatorTables } from './tables.ts';

/** Which cells: every combination of these. */
export interface CellsAsked {
  readonly indicators: readonly string[];
  readonly periods: readonly string[];
  /** Regions or units: each stands for itself and all below it. */
  readonly axis: 'region' | 'unit';
  readonly places: readonly string[];
  /** '' for all chains together. */
  readonly chains: readonly string[];
}

export interface Cell {
  readonly indicatorId: string;
  readonly period: string;
  readonly placeId: string;
  readonly chainId: string;
  /** Whole number, as figures are kept. */
  readonly total: bigint;
  readonly figures: number;
  /** Enterprises in it. */
  readonly firms: number;
  /** Figures of these vintages; the others are preliminary. */
  readonly revised: number;
  readonly final: number;
}

/**
 * Sums as they stand this moment, folded or not: cells and what is pending are read in one statement. A cell that nobody
 * reported for is not among them.
 */
export async function readCells(db: Kysely<IndicatorTables>, asked: CellsAsked): Promise<Cell[]> {
  const [indicators, periods] = [[...asked.indicators], [...asked.periods]];
  const [places, chains] = [[...asked.places], [...asked.chains]];
  const isRegion = asked.axis === 'region';
  const [place, other] = isRegion
    ? [sql.ref('region_id'), sql.ref('unit_id')]
    : [sql.ref('unit_id'), sql.ref('region_id')];
  const above = isRegion
    ? sql`region_closure a on a.descendant = p.region_id and p.period_end >= a.valid_from and p.period_end < a.valid_to`
    : sql`unit_closure a on a.descendant = p.unit_id`;
  const { rows } = await sql<Omit<Cell, 'total'> & { total: string }>`
    select indicator_id as "indicatorId", period, place_id as "placeId", chain_id as "chainId", sum(total)::text as total,
      sum(figures)::integer as figures, sum(firms)::integer as firms, sum(revised)::integer as revised,
      sum(final)::integer as final
    from (
      select indicator_id, period, ${place} as place_id, chain_id, total, figures, firms, revised, final
      from rollup_cell
      where indicator_id = any (${indicators}::text[]) and period = any (${periods}::text[])
        and ${place} = any (${places}::text[]) and ${other} = '' and chain_id = any (${chains}::text[])
      union all
      select p.indicator_id, p.period, a.ancestor, c.chain_id, p.total, p.figures, p.firms, p.revised,
        p.final
      from rollup_pending p join ${above}
        cross join lateral (
          select l.ancestor as chain_id from chain_closure l where l.descendant = p.chain_id union all select '') c
      where p.indicator_id = any (${indicators}::text[]) and p.period = any (${periods}::text[])
        and a.ancestor = any (${places}::text[]) and c.chain_id = any (${chains}::text[])) every
    group by 1, 2, 3, 4 having sum(figures) <> 0
    order by 1, 2, 3, 4`.execute(db);
  return rows.map((row) => ({ ...row, total: BigInt(row.total) }));
}
