import { type Insertable, sql, type Updateable } from 'kysely';
import type { SelectionDb, SelectionTables } from './tables.ts';

/** Applications, with what their region and chain are called. */
export const readEntries = (db: SelectionDb, roundId: string) =>
  db
    .selectFrom('selection_entry')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('applied_at')
    .orderBy('id')
    .execute();
export type StoredEntry = Awaited<ReturnType<typeof readEntries>>[number];

export const entriesOfEnterprise = (db: SelectionDb, enterpriseId: string) =>
  db.selectFrom('selection_entry').selectAll().where('enterprise_id', '=', enterpriseId).execute();

export const readEntry = (db: SelectionDb, id: string): Promise<StoredEntry | undefined> =>
  db.selectFrom('selection_entry').selectAll().where('id', '=', id).executeTakeFirst();
export const lockEntryRow = (db: SelectionDb, id: string): Promise<StoredEntry | undefined> =>
  db.selectFrom('selection_entry').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function insertEntry(db: SelectionDb, row: Insertable<SelectionTables['selection_entry']>): Promise<void> {
  await db.insertInto('selection_entry').values(row).execute();
}
export async function saveEntry(
  db: SelectionDb,
  id: string,
  change: Updateable<SelectionTables['selection_entry']>,
): Promise<void> {
  await db
    .updateTable('selection_entry')
    .set({ ...change, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute();
}

export const readFiles = (db: SelectionDb, entryIds: readonly string[]) =>
  db
    .selectFrom('selection_file')
    .select(['id', 'entry_id', 'name', 'type', 'size', 'sm3', 'at', 'by_name'])
    .where('entry_id', 'in', [...entryIds, ''])
    .where('removed_at', 'is', null)
    .orderBy('at')
    .execute();
export const readFileBytes = (db: SelectionDb, entryId: string, fileId: string) =>
  db
    .selectFrom('selection_file')
    .select(['name', 'type', 'content'])
    .where('entry_id', '=', entryId)
    .where('id', '=', fileId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
export async function insertFile(db: SelectionDb, row: Insertable<SelectionTables['selection_file']>): Promise<void> {
  await db.insertInto('selection_file').values(row).execute();
}
export async function hideFile(db: SelectionDb, fileId: string, at: string, by: string): Promise<void> {
  await db.updateTable('selection_file').set({ removed_at: at, removed_by: by }).where('id', '=', fileId).execute();
}
