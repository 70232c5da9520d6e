import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { IndicatorTables } from '../tables.ts';
import type { CellsAsked } from '../totals.ts';

/** How many sheets owe figures of a cell, and how many of them were handed in; a cell that nobody owes is not among them. */
export interface CellReporters {
  readonly indicatorId: string;
  readonly period: string;
  readonly placeId: string;
  readonly chainId: string;
  readonly expected: number;
  readonly reported: number;
}

/** Who owes figures of some cells by the forms that ask for them; a sheet counts wherever one of its rows does. */
export async function readReporters(
  db: Kysely<IndicatorTables>,
  { indicators, periods, axis, places, chains }: CellsAsked,
): Promise<CellReporters[]> {
  const above =
    axis === 'region'
      ? sql`region_closure a on a.descendant = r.region_id and s.last_day >= a.valid_from and s.last_day < a.valid_to`
      : sql`unit_closure a on a.descendant = r.unit_id`;
  const { rows } = await sql<CellReporters>`
    with owing as materialized (
      select s.id, s.period, p.last_day, s.submitted_at is not null as is_in, c.column_of ->> 'indicatorId' as indicator_id
      from sheet s
        join form_period p on p.form_id = s.form_id and p.period = s.period
        join form_version v on v.form_id = s.form_id and v.revision = s.content_revision
        cross join lateral jsonb_array_elements(v.content -> 'columns') c (column_of)
      where s.period = any (${[...periods]}::text[]) and v.content ->> 'role' = 'part'
        and c.column_of ->> 'indicatorId' = any (${[...indicators]}::text[]))
    select s.indicator_id as "indicatorId", s.period, a.ancestor as "placeId", l.chain_id as "chainId",
      count(distinct s.id)::integer as expected, count(distinct s.id) filter (where s.is_in)::integer as reported
    from owing s join sheet_row r on r.sheet_id = s.id join ${above}
      cross join lateral (
        select u.ancestor as chain_id from chain_closure u where u.descendant = r.figure_chain union all select '') l
    where a.ancestor = any (${[...places]}::text[]) and l.chain_id = any (${[...chains]}::text[])
    group by 1, 2, 3, 4`.execute(db);
  return rows;
}
