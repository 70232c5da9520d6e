import { sql } from 'kysely';
import type { Vintage } from '../../domain/figure.ts';
import type { FormContent } from '../../domain/form/model.ts';
import type { Db } from './db.ts';
import type { StoredSheet } from './sheets.ts';

export interface PastCell {
  readonly row: string;
  readonly indicatorId: string;
  /** Both in one order, oldest first. */
  readonly periods: readonly string[];
  readonly values: readonly number[];
}

/**
 * What the unit reported for each cell in some periods. An enterprise's figures are its own whatever chain it was in.
 */
export async function readPast(
  db: Db,
  sheet: Pick<StoredSheet, 'id' | 'unitId'>,
  form: FormContent,
  periods: readonly string[],
): Promise<PastCell[]> {
  const indicators = form.columns.map(({ indicatorId }) => indicatorId);
  const isFirms = form.rows === 'enterprises';
  const { rows } = await sql<PastCell>`
    select r.row_key as "row", o.indicator_id as "indicatorId", array_agg(o.period order by o.period) as periods,
      array_agg(o.value::float8 order by o.period) as values
    from observation o
      join sheet_row r on r.sheet_id = ${sheet.id} and ${isFirms ? sql`o.enterprise_id = r.enterprise_id` : sql`o.chain_id = r.figure_chain`}
    where o.unit_id = ${sheet.unitId} and o.period = any (${[...periods]}::text[])
      and o.indicator_id = any (${indicators}::text[]) and o.role = ${form.role} and o.value is not null
      and ${isFirms ? sql`o.enterprise_id <> ''` : sql`o.enterprise_id = ''`}
    group by 1, 2`.execute(db);
  return rows;
}

/** A figure that stands under the key of a cell. */
export interface StandingCell {
  readonly row: string;
  readonly indicatorId: string;
  readonly revision: number;
  readonly value: number | null;
  readonly reason: string | null;
  readonly vintage: Vintage;
}

/** The unit's own figures of the sheet's period, by cell. */
export async function readStanding(db: Db, sheet: StoredSheet, form: FormContent): Promise<StandingCell[]> {
  const indicators = form.columns.map(({ indicatorId }) => indicatorId);
  const { rows } = await sql<StandingCell>`
    select r.row_key as "row", o.indicator_id as "indicatorId", o.revision, o.value, o.reason, o.vintage
    from sheet_row r join observation o on o.unit_id = ${sheet.unitId} and o.period = ${sheet.period}
      and o.enterprise_id = r.enterprise_id and o.chain_id = r.figure_chain
    where r.sheet_id = ${sheet.id} and o.role = ${form.role} and o.indicator_id = any (${indicators}::text[])`.execute(
    db,
  );
  return rows;
}

export interface ForeignCell {
  readonly row: string;
  readonly indicatorId: string;
  readonly value: number;
  readonly unitName: string;
}

/** Figures that other units have reported of the same enterprises, for the same period; as the system. */
export async function readForeign(db: Db, sheet: StoredSheet, form: FormContent): Promise<ForeignCell[]> {
  if (form.rows !== 'enterprises' || form.role === 'own') return [];
  const indicators = form.columns.map(({ indicatorId }) => indicatorId);
  const { rows } = await sql<ForeignCell>`
    select distinct on (r.row_key, o.indicator_id) r.row_key as "row", o.indicator_id as "indicatorId", o.value,
      u.name as "unitName"
    from sheet_row r join observation o on o.enterprise_id = r.enterprise_id and o.indicator_id = any (${indicators}::text[])
        and o.period = ${sheet.period} and o.enterprise_id <> ''
      join unit u on u.id = o.unit_id
    where r.sheet_id = ${sheet.id} and o.role = 'part' and o.unit_id <> ${sheet.unitId} and o.value is not null
    order by r.row_key, o.indicator_id, o.id`.execute(db);
  return rows;
}
