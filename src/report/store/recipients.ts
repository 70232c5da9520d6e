import type { Insertable, Selectable } from 'kysely';
import type { ReportDb } from '../store.ts';
import type { BulletinRecipientTable } from './tables.ts';

export type StoredRecipient = Selectable<BulletinRecipientTable>;

export async function insertRecipients(
  db: ReportDb,
  rows: readonly Insertable<BulletinRecipientTable>[],
): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('bulletin_recipient')
      .values([...rows])
      .execute();
}

/** Those that the asker may see: the office all, a unit itself. */
export async function readRecipients(db: ReportDb, id: string): Promise<StoredRecipient[]> {
  return db
    .selectFrom('bulletin_recipient')
    .selectAll()
    .where('bulletin_id', '=', id)
    .orderBy('must_answer', 'desc')
    .orderBy('name')
    .execute();
}

/** Keeps the answer of a unit; false when it had answered already. */
export async function keepAnswer(
  db: ReportDb,
  recipient: Pick<StoredRecipient, 'bulletin_id' | 'kind' | 'party_id'>,
  answer: { readonly at: string; readonly by: string; readonly words: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('bulletin_recipient')
    .set({ answered_at: answer.at, answered_by: answer.by, answer: answer.words })
    .where('bulletin_id', '=', recipient.bulletin_id)
    .where('kind', '=', recipient.kind)
    .where('party_id', '=', recipient.party_id)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
