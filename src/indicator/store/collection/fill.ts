import { sql } from 'kysely';
import type { FormContent } from '../../domain/form/model.ts';
import type { Db } from './db.ts';

/**
 * Fills blank cells of some sheets (all of one form, locked by whoever calls) with figures that are there already under the
 * same key, and marks where they came from (they are not this sheet's until it is handed in): another form of the unit, a machine, or, asked as the system, another unit that
 * reported the same enterprise. What anybody has written stays. Gives how many cells were filled.
 */
export async function fillCells(db: Db, ids: readonly string[], form: FormContent, at: string): Promise<number> {
  const indicators = form.columns.map(({ indicatorId }) => indicatorId);
  const { numAffectedRows } = await sql`
    with found as (
      select distinct on (s.id, r.row_key, o.indicator_id) s.id as sheet_id, r.row_key, o.indicator_id, o.value, o.reason,
        o.unit_id <> s.unit_id as foreign_unit, o.id as observation_id, o.revision, o.unit_id as from_unit,
        s.region_id, s.unit_id, s.chain_id, s.period
      from sheet s join sheet_row r on r.sheet_id = s.id
        join observation o on o.period = s.period and o.indicator_id = any (${indicators}::text[]) and o.role = ${form.role}
          and o.enterprise_id = r.enterprise_id
          and (o.unit_id = s.unit_id and o.chain_id = r.figure_chain
            or r.enterprise_id <> '' and o.unit_id <> s.unit_id and o.role = 'part')
      where s.id = any (${[...ids]}::text[]) and s.state in ('open', 'returned')
      order by s.id, r.row_key, o.indicator_id, o.unit_id <> s.unit_id, o.id)
    insert into sheet_cell as c (sheet_id, row_key, indicator_id, revision, value, reason, filled_from, recorded, saved_at,
      by_id, by_name, region_id, unit_id, chain_id)
    select f.sheet_id, f.row_key, f.indicator_id, 1, f.value, f.reason,
      jsonb_build_object('kind', case when source.name is not null then 'form' when v.by_id like '@machine:%' then 'machine' else 'figure' end,
        'name', coalesce(source.name, v.by_name, ''), 'unitName', case when f.foreign_unit then u.name end),
      null, ${at}::timestamptz, '@system', '系统', f.region_id, f.unit_id, f.chain_id
    from found f join unit u on u.id = f.from_unit
      left join observation_version v on v.observation_id = f.observation_id and v.revision = f.revision
      left join lateral (
        select g.name from sheet s2 join sheet_cell c2 on c2.sheet_id = s2.id and c2.row_key = f.row_key
          and c2.indicator_id = f.indicator_id and c2.recorded is not null
        join form g on g.id = s2.form_id
        where s2.unit_id = f.from_unit and s2.period = f.period and s2.id <> f.sheet_id limit 1) source on true
    on conflict (sheet_id, row_key, indicator_id) do update
      set revision = c.revision + 1, value = excluded.value, reason = excluded.reason, filled_from = excluded.filled_from,
        recorded = excluded.recorded, saved_at = excluded.saved_at, by_id = excluded.by_id, by_name = excluded.by_name
      where c.value is null and coalesce(c.reason, '') = '' and c.unread is null`.execute(db);
  return Number(numAffectedRows ?? 0);
}

export interface SheetToFill {
  readonly id: string;
  readonly content: FormContent;
}

/** Takes the sheets of a unit and period that are being filled in and ask for some of these indicators; in one order. */
export async function takeSheetsToFill(
  db: Db,
  unitId: string,
  periods: readonly string[],
  indicators: readonly string[],
  except: string | null,
): Promise<SheetToFill[]> {
  const { rows } = await sql<SheetToFill>`
    select s.id, v.content from sheet s join form_version v on v.form_id = s.form_id and v.revision = s.content_revision
    where s.unit_id = ${unitId} and s.period = any (${[...periods]}::text[]) and s.state in ('open', 'returned')
      and s.id is distinct from ${except}
      and exists (select from jsonb_array_elements(v.content -> 'columns') k
        where k ->> 'indicatorId' = any (${[...indicators]}::text[]))
    order by s.id for update of s`.execute(db);
  return rows;
}
