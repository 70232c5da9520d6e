import type { Insertable } from 'kysely';
import type { SelectionDb, SelectionTables } from './tables.ts';

export const readObjections = (db: SelectionDb, roundId: string) =>
  db
    .selectFrom('selection_objection')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('noted_at')
    .orderBy('id')
    .execute();
export const lockObjection = (db: SelectionDb, id: string) =>
  db.selectFrom('selection_objection').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export async function insertObjection(
  db: SelectionDb,
  row: Insertable<SelectionTables['selection_objection']>,
): Promise<void> {
  await db.insertInto('selection_objection').values(row).execute();
}
export async function answerObjectionRow(
  db: SelectionDb,
  id: string,
  answer: {
    readonly upheld: boolean;
    readonly answer: string;
    readonly answered_at: string;
    readonly answered_by: string;
  },
): Promise<void> {
  await db.updateTable('selection_objection').set(answer).where('id', '=', id).execute();
}
