import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { IndicatorTables } from '../tables.ts';
import type { Cell } from '../totals.ts';

/** Where a page ends: the next one begins after it. */
export interface CellKey {
  readonly indicatorId: string;
  readonly regionId: string;
  readonly chainId: string;
  readonly period: string;
}

export interface WholeTreeAsked {
  readonly indicators: readonly string[];
  readonly periods: readonly string[];
  /** null: all that may be seen. */
  readonly regions: readonly string[] | null;
  /** Only the cells of all chains together. */
  readonly onlyAll: boolean;
  readonly after: CellKey | null;
  readonly limit: number;
}

/**
 * One page of the sums of regions in the order of their keys, folded or not. Indicator by indicator, so that a page begins where the
 * last one ended instead of looking through everything before it.
 */
export async function readWholeTree(db: Kysely<IndicatorTables>, asked: WholeTreeAsked): Promise<Cell[]> {
  const { after, limit } = asked;
  const found: Cell[] = [];
  for (const indicator of asked.indicators.toSorted((a, b) => (a < b ? -1 : 1))) {
    if (after !== null && indicator < after.indicatorId) continue;
    const from = after?.indicatorId === indicator ? after : null;
    found.push(...(await readOne(db, indicator, { ...asked, after: from, limit: limit - found.length })));
    if (found.length >= limit) break;
  }
  return found;
}

/** In one snapshot: a page of cells is joined by what is pending up to its last key, so that it may hold a cell never folded. */
async function readOne(db: Kysely<IndicatorTables>, indicator: string, asked: WholeTreeAsked): Promise<Cell[]> {
  const { after, limit, onlyAll, regions } = asked;
  const periods = [...asked.periods];
  const beyond =
    after === null
      ? sql`true`
      : sql`(region_id, unit_id, chain_id, period) > (${after.regionId}, '', ${after.chainId}, ${after.period})`;
  const chosen = sql`indicator_id = ${indicator} and period = any (${periods}::text[])
    and unit_id = '' and region_id <> '' ${onlyAll ? sql`and chain_id = ''` : sql``}
    ${regions === null ? sql`` : sql`and region_id = any (${[...regions]}::text[])`} and ${beyond}`;
  const counts = sql.raw('total, figures, firms, revised, final');
  const { rows } = await sql<Omit<Cell, 'total'> & { total: string }>`
    with page as materialized (
      select region_id, unit_id, chain_id, period, ${counts} from rollup_cell where ${chosen}
      order by indicator_id, region_id, unit_id, chain_id, period limit ${limit}),
    ends as (
      select region_id, unit_id, chain_id, period from page
      order by region_id desc, unit_id desc, chain_id desc, period desc limit 1),
    spread as (
      select p.indicator_id, a.ancestor as region_id, '' as unit_id, c.chain_id, p.period,
        p.total, p.figures, p.firms, p.revised, p.final
      from rollup_pending p
        join region_closure a on a.descendant = p.region_id and p.period_end >= a.valid_from and p.period_end < a.valid_to
        cross join lateral (
          select l.ancestor as chain_id from chain_closure l where l.descendant = p.chain_id union all select '') c
      where p.indicator_id = ${indicator} and p.period = any (${periods}::text[])),
    near as (
      select region_id, unit_id, chain_id, period, ${counts} from spread where ${chosen}
        and ((select count(*) from page) < ${limit}
          or (region_id, unit_id, chain_id, period) <= (select region_id, unit_id, chain_id, period from ends)))
    select ${indicator} as "indicatorId", period, region_id as "placeId", chain_id as "chainId", sum(total)::text as total,
      sum(figures)::integer as figures, sum(firms)::integer as firms, sum(revised)::integer as revised,
      sum(final)::integer as final
    from (select * from page union all select * from near) every
    group by region_id, unit_id, chain_id, period
    order by region_id, unit_id, chain_id, period limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, total: BigInt(row.total) }));
}
