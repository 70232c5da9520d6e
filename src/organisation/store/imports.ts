import type { Change, Kind } from '../domain/index.ts';
import type { Db } from './lists.ts';

/** An import that was carried out, and perhaps taken back. */
export interface ImportBatch {
  readonly id: string;
  readonly fileName: string;
  readonly at: string;
  readonly by: string;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
}

export interface NewImport extends Omit<ImportBatch, 'by' | 'undoneAt' | 'undoneBy'> {
  readonly by: { readonly id: string; readonly name: string };
}

/** Rows of one insert. */
const rowsAtOnce = 2000;

export async function insertImport(db: Db, batch: NewImport, changes: readonly Change[]): Promise<void> {
  const { id, fileName, at, by, rows, added, changed, ended } = batch;
  await db
    .insertInto('organisation_import')
    .values({
      ...{ id, at, rows, added, changed, ended, file_name: fileName, by_id: by.id, by_name: by.name },
      ...{ undone_at: null, undone_by_id: null, undone_by_name: null },
    })
    .execute();
  const values = changes.map(({ kind, key, before, after }, position) => ({
    ...{ import_id: id, position, kind, key },
    before: before === null ? null : JSON.stringify(before),
    after: after === null ? null : JSON.stringify(after),
  }));
  for (let from = 0; from < values.length; from += rowsAtOnce)
    await db
      .insertInto('organisation_import_change')
      .values(values.slice(from, from + rowsAtOnce))
      .execute();
}

/** Imports, the latest first. */
export async function listImports(
  db: Db,
  limit: number,
  offset: number,
): Promise<{ total: number; batches: ImportBatch[] }> {
  const rows = await db
    .selectFrom('organisation_import')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await db
    .selectFrom('organisation_import')
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { total, batches: rows.map(batchOf) };
}

/** One import, held against a second undo until the transaction ends. */
export async function readImport(db: Db, id: string): Promise<ImportBatch | undefined> {
  const row = await db
    .selectFrom('organisation_import')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : batchOf(row);
}

export async function readImportChanges(db: Db, id: string): Promise<Change[]> {
  const rows = await db
    .selectFrom('organisation_import_change')
    .selectAll()
    .where('import_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(({ kind, key, before, after }) => ({ kind: kind as Kind, key, before, after }) as Change);
}

export async function markUndone(
  db: Db,
  id: string,
  { by, at }: { by: { id: string; name: string }; at: string },
): Promise<void> {
  await db
    .updateTable('organisation_import')
    .set({ undone_at: at, undone_by_id: by.id, undone_by_name: by.name })
    .where('id', '=', id)
    .execute();
}

interface Row {
  readonly id: string;
  readonly file_name: string;
  readonly at: string;
  readonly by_name: string;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  readonly undone_at: string | null;
  readonly undone_by_name: string | null;
}

const batchOf = (row: Row): ImportBatch => ({
  ...{ id: row.id, fileName: row.file_name, at: row.at, by: row.by_name },
  ...{ rows: row.rows, added: row.added, changed: row.changed, ended: row.ended },
  ...{ undoneAt: row.undone_at, undoneBy: row.undone_by_name },
});
