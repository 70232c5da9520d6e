import { sql } from 'kysely';
import type { FormContent } from '../../domain/form/model.ts';
import type { Db } from './db.ts';
import { type ForeignCell, readForeign, readStanding, type StandingCell } from './past.ts';
import { readRows } from './rows.ts';
import { readSheet, type StoredSheet } from './sheets.ts';
import type { FilledFrom } from './tables.ts';

/**
 * Fills blank cells of a sheet (locked by whoever calls) with figures that are there already under the same key, and marks
 * where they came from: another form of the unit, a machine, or, asked as the system, another unit that reported the same
 * enterprise. They are not this sheet's until it is handed in. What anybody has written stays. Gives how many were filled.
 */
export async function fillCells(db: Db, sheetId: string, form: FormContent, at: string): Promise<number> {
  const sheet = await readSheet(db, sheetId);
  if (sheet === undefined || (sheet.state !== 'open' && sheet.state !== 'returned')) return 0;
  const rows = await readRows(db, sheetId);
  const own = await readStanding(db, sheet, form, rows);
  const isOwn = new Set(own.map(({ row, indicatorId }) => `${row}\n${indicatorId}`));
  const foreign = (await readForeign(db, sheet, form, rows)).filter(
    ({ row, indicatorId }) => !isOwn.has(`${row}\n${indicatorId}`),
  );
  const found = [...own.map((cell) => ({ ...cell, unitId: sheet.unitId, unitName: null })), ...foreign];
  if (found.length === 0) return 0;
  const sourceOf = await sourcesOf(db, sheet, found);
  const of = <T>(read: (cell: (typeof found)[number]) => T): T[] => found.map(read);
  const { numAffectedRows } = await sql`
    insert into sheet_cell as c (sheet_id, row_key, indicator_id, revision, value, reason, filled_from, saved_at, by_id,
      by_name, region_id, unit_id, chain_id)
    select ${sheet.id}, k.row_key, k.indicator_id, 1, k.value, k.reason, k.filled_from::jsonb, ${at}::timestamptz,
      '@system', '系统', ${sheet.regionId}, ${sheet.unitId}, ${sheet.chainId}
    from unnest(${of(({ row }) => row)}::text[], ${of(({ indicatorId }) => indicatorId)}::text[],
      ${of(({ value }) => value)}::bigint[], ${of((cell) => ('reason' in cell ? cell.reason : null))}::text[],
      ${of((cell) => JSON.stringify(sourceOf(cell)))}::text[]) k (row_key, indicator_id, value, reason, filled_from)
    on conflict (sheet_id, row_key, indicator_id) do update
      set revision = c.revision + 1, value = excluded.value, reason = excluded.reason, filled_from = excluded.filled_from,
        saved_at = excluded.saved_at, by_id = excluded.by_id, by_name = excluded.by_name
      where c.value is null and coalesce(c.reason, '') = '' and c.unread is null`.execute(db);
  return Number(numAffectedRows ?? 0);
}

type Found = (StandingCell & { readonly unitId: string; readonly unitName: null }) | ForeignCell;

/** From where each figure came: the form that it was handed in on, else the machine or person who saved it. */
async function sourcesOf(db: Db, sheet: StoredSheet, found: readonly Found[]): Promise<(cell: Found) => FilledFrom> {
  const units = [...new Set(found.map(({ unitId }) => unitId))];
  const forms = await sql<{ unitId: string; row: string; indicatorId: string; name: string }>`
    select s.unit_id as "unitId", c.row_key as "row", c.indicator_id as "indicatorId", f.name
    from sheet s join form f on f.id = s.form_id join sheet_cell c on c.sheet_id = s.id and c.recorded is not null
    where s.unit_id = any (${units}::text[]) and s.period = ${sheet.period} and s.id <> ${sheet.id}
    order by s.submitted_at desc nulls last`.execute(db);
  const savers = await sql<{ observationId: number; byId: string; byName: string }>`
    select v.observation_id as "observationId", v.by_id as "byId", v.by_name as "byName"
    from unnest(${found.map(({ observationId }) => observationId)}::bigint[],
        ${found.map(({ revision }) => revision)}::integer[]) k (observation_id, revision)
      join observation_version v using (observation_id, revision)`.execute(db);
  const keyOf = (cell: { unitId: string; row: string; indicatorId: string }): string =>
    `${cell.unitId}\n${cell.row}\n${cell.indicatorId}`;
  const formOf = new Map(forms.rows.map((row) => [keyOf(row), row.name]));
  const saverOf = new Map(savers.rows.map((row) => [row.observationId, row]));
  return (cell) => {
    const form = formOf.get(keyOf(cell));
    const { unitName } = cell;
    if (form !== undefined) return { kind: 'form', name: form, unitName };
    const saver = saverOf.get(cell.observationId);
    const kind = saver?.byId.startsWith('@machine:') === true ? 'machine' : 'figure';
    return { kind, name: saver?.byName ?? '', unitName };
  };
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
    select s.id, v.content ${sheetsAsking(unitId, periods, indicators, except)}
    order by s.id for update of s`.execute(db);
  return rows;
}

/** Whether there is any: as a rule nobody else asks for a figure. */
export async function isAskedElsewhere(
  db: Db,
  unitId: string,
  periods: readonly string[],
  indicators: readonly string[],
  except: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 ${sheetsAsking(unitId, periods, indicators, except)} limit 1`.execute(db);
  return rows.length > 0;
}

const sheetsAsking = (
  unitId: string,
  periods: readonly string[],
  indicators: readonly string[],
  except: string | null,
) => sql`
  from sheet s join form_version v on v.form_id = s.form_id and v.revision = s.content_revision
  where s.unit_id = ${unitId} and s.period = any (${[...periods]}::text[]) and s.state in ('open', 'returned')
    and s.id is distinct from ${except}
    and exists (select from jsonb_array_elements(v.content -> 'columns') k
      where k ->> 'indicatorId' = any (${[...indicators]}::text[]))`;
