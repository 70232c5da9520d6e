import { sql } from 'kysely';
import type { Db } from './db.ts';
import type { StoredSheet } from './sheets.ts';
import type { FilledFrom } from './tables.ts';

/** A cell as it stands. */
export interface StoredCell {
  readonly row: string;
  readonly indicatorId: string;
  readonly revision: number;
  readonly value: number | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly text: string | null;
  readonly from: FilledFrom | null;
  readonly returned: string | null;
  readonly recorded: number | null;
  readonly savedAt: string;
  readonly byName: string;
}

const columns = [
  'row_key as row',
  'indicator_id as indicatorId',
  'revision',
  'value',
  'reason',
  'note',
  'unread as text',
  'filled_from as from',
  'returned',
  'recorded',
  'saved_at as savedAt',
  'by_name as byName',
] as const;

export const readCellsOf = (db: Db, sheetId: string): Promise<StoredCell[]> =>
  db.selectFrom('sheet_cell').select(columns).where('sheet_id', '=', sheetId).execute();

interface At {
  readonly row: string;
  readonly indicatorId: string;
}

/** Those of some cells that anybody has written. */
export async function readSomeCells(db: Db, sheetId: string, some: readonly At[]): Promise<StoredCell[]> {
  const { rows } = await sql<StoredCell>`
    select c.row_key as "row", c.indicator_id as "indicatorId", c.revision, c.value, c.reason, c.note, c.unread as "text",
      c.filled_from as "from", c.returned, c.recorded, c.saved_at as "savedAt", c.by_name as "byName"
    from unnest(${some.map(({ row }) => row)}::text[], ${some.map(({ indicatorId }) => indicatorId)}::text[])
        k (row_key, indicator_id)
      join sheet_cell c on c.sheet_id = ${sheetId} and c.row_key = k.row_key and c.indicator_id = k.indicator_id`.execute(
    db,
  );
  return rows;
}

export interface CellContent extends At {
  readonly value: number | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly text: string | null;
}

/** Writes cells over; the sheet is locked by whoever calls. Gives nothing back: a cell's revision is one more than before. */
export async function writeCells(
  db: Db,
  sheet: StoredSheet,
  cells: readonly CellContent[],
  by: { readonly id: string; readonly name: string },
  at: string,
): Promise<void> {
  const of = <T>(read: (cell: CellContent) => T): T[] => cells.map(read);
  await sql`
    insert into sheet_cell as c (sheet_id, row_key, indicator_id, revision, value, reason, note, unread, saved_at, by_id,
      by_name, region_id, unit_id, chain_id)
    select ${sheet.id}, k.row_key, k.indicator_id, 1, k.value, k.reason, k.note, k.unread, ${at}::timestamptz, ${by.id},
      ${by.name}, ${sheet.regionId}, ${sheet.unitId}, ${sheet.chainId}
    from unnest(${of(({ row }) => row)}::text[], ${of(({ indicatorId }) => indicatorId)}::text[],
      ${of(({ value }) => value)}::bigint[], ${of(({ reason }) => reason)}::text[], ${of(({ note }) => note)}::text[],
      ${of(({ text }) => text)}::text[]) k (row_key, indicator_id, value, reason, note, unread)
    on conflict (sheet_id, row_key, indicator_id) do update
      set revision = c.revision + 1, value = excluded.value, reason = excluded.reason, note = excluded.note,
        unread = excluded.unread, filled_from = null, returned = null, saved_at = excluded.saved_at,
        by_id = excluded.by_id, by_name = excluded.by_name`.execute(db);
}

/**
 * Puts the reasons of a reviewer at cells; all others lose theirs. A cell that nobody wrote keeps revision 0, so that whoever
 * looks at it as blank may still fill it in.
 */
export async function markReturned(
  db: Db,
  sheet: StoredSheet,
  cells: readonly (At & { readonly reason: string })[],
  by: { readonly id: string; readonly name: string },
  at: string,
): Promise<void> {
  await sql`update sheet_cell set returned = null where sheet_id = ${sheet.id} and returned is not null`.execute(db);
  if (cells.length === 0) return;
  await sql`
    insert into sheet_cell as c (sheet_id, row_key, indicator_id, revision, returned, saved_at, by_id, by_name, region_id,
      unit_id, chain_id)
    select ${sheet.id}, k.row_key, k.indicator_id, 0, k.returned, ${at}::timestamptz, ${by.id}, ${by.name},
      ${sheet.regionId}, ${sheet.unitId}, ${sheet.chainId}
    from unnest(${cells.map(({ row }) => row)}::text[], ${cells.map(({ indicatorId }) => indicatorId)}::text[],
      ${cells.map(({ reason }) => reason)}::text[]) k (row_key, indicator_id, returned)
    on conflict (sheet_id, row_key, indicator_id) do update set returned = excluded.returned`.execute(db);
}

/** Notes which revision of its figure a cell has made or confirmed. */
export async function noteRecorded(
  db: Db,
  sheetId: string,
  cells: readonly (At & { readonly revision: number })[],
): Promise<void> {
  if (cells.length === 0) return;
  await sql`
    update sheet_cell c set recorded = k.recorded
    from unnest(${cells.map(({ row }) => row)}::text[], ${cells.map(({ indicatorId }) => indicatorId)}::text[],
      ${cells.map(({ revision }) => revision)}::integer[]) k (row_key, indicator_id, recorded)
    where c.sheet_id = ${sheetId} and c.row_key = k.row_key and c.indicator_id = k.indicator_id
      and c.recorded is distinct from k.recorded`.execute(db);
}
