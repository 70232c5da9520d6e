import type { Hand } from '../domain/model/index.ts';
import type { Db } from './db.ts';

export const readFiles = (db: Db, diagnosisId: string) =>
  db
    .selectFrom('diagnosis_file')
    .select(['id', 'hand', 'question_id', 'name', 'type', 'size', 'sm3', 'at', 'by_id', 'by_name'])
    .where('diagnosis_id', '=', diagnosisId)
    .where('removed_at', 'is', null)
    .orderBy('at')
    .execute();

export const readFileBytes = (db: Db, diagnosisId: string, fileId: string) =>
  db
    .selectFrom('diagnosis_file')
    .select(['name', 'type', 'content', 'hand', 'by_id'])
    .where('diagnosis_id', '=', diagnosisId)
    .where('id', '=', fileId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();

export async function insertFile(
  db: Db,
  diagnosisId: string,
  file: {
    readonly id: string;
    readonly hand: Hand;
    readonly questionId: string;
    readonly name: string;
    readonly type: string;
    readonly bytes: Buffer;
    readonly sm3: string;
    readonly at: string;
    readonly by: { readonly id: string; readonly name: string };
  },
): Promise<void> {
  await db
    .insertInto('diagnosis_file')
    .values({
      ...{ id: file.id, diagnosis_id: diagnosisId, hand: file.hand, question_id: file.questionId, name: file.name },
      ...{ type: file.type, size: file.bytes.length, sm3: file.sm3, content: file.bytes, at: file.at },
      ...{ by_id: file.by.id, by_name: file.by.name },
    })
    .execute();
}

export async function hideFile(db: Db, fileId: string, at: string, by: string): Promise<void> {
  await db.updateTable('diagnosis_file').set({ removed_at: at, removed_by: by }).where('id', '=', fileId).execute();
}
