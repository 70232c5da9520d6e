import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { BulletinStep, EditedContent } from '../domain/index.ts';
import type { ReportDb } from '../store.ts';
import type { BulletinTable } from './tables.ts';

export type StoredBulletin = Selectable<BulletinTable>;

/** One that the asker may see; `locked`: held until the transaction ends. */
export async function readBulletin(
  db: ReportDb,
  id: string,
  how: 'free' | 'locked' = 'free',
): Promise<StoredBulletin | undefined> {
  return db
    .selectFrom('bulletin')
    .selectAll()
    .where('id', '=', id)
    .$if(how === 'locked', (query) => query.forUpdate())
    .executeTakeFirst();
}

export async function insertBulletin(db: ReportDb, row: Insertable<BulletinTable>): Promise<void> {
  await db.insertInto('bulletin').values(row).execute();
}

/** Writes a change on top of the revision that was seen; the next one is one more. */
export async function updateBulletin(db: ReportDb, id: string, change: Updateable<BulletinTable>): Promise<void> {
  await db
    .updateTable('bulletin')
    .set({ ...change, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute();
}

export interface SavedEdit {
  readonly revision: number;
  readonly at: string;
  readonly by: string;
  readonly content: EditedContent;
}

export async function insertEdit(
  db: ReportDb,
  edit: { readonly id: string; readonly byId: string } & SavedEdit,
): Promise<void> {
  const { id, byId, revision, at, by, content } = edit;
  await db
    .insertInto('bulletin_edit')
    .values({ bulletin_id: id, revision, at, by_id: byId, by_name: by, content: JSON.stringify(content) })
    .execute();
}

/** Every saved state, the first first. */
export async function readEdits(db: ReportDb, id: string): Promise<SavedEdit[]> {
  const rows = await db
    .selectFrom('bulletin_edit')
    .select(['revision', 'at', 'by_name as by', 'content'])
    .where('bulletin_id', '=', id)
    .orderBy('revision')
    .execute();
  return rows;
}

export interface StoredStep {
  readonly step: BulletinStep;
  readonly at: string;
  readonly by: string;
  readonly words: string | null;
}

export async function insertStep(
  db: ReportDb,
  id: string,
  step: StoredStep & { readonly byId: string },
): Promise<void> {
  await sql`insert into bulletin_step (bulletin_id, no, step, at, by_id, by_name, words)
    select ${id}, coalesce(max(no), 0) + 1, ${step.step}, ${step.at}, ${step.byId}, ${step.by}, ${step.words}
    from bulletin_step where bulletin_id = ${id}`.execute(db);
}

export async function readSteps(db: ReportDb, id: string): Promise<StoredStep[]> {
  return db
    .selectFrom('bulletin_step')
    .select(['step', 'at', 'by_name as by', 'words'])
    .where('bulletin_id', '=', id)
    .orderBy('no')
    .execute();
}

/** Papers that put this one right, and what the asker may see of the one that it puts right. */
export async function readCorrections(
  db: ReportDb,
  { id, corrects_id }: Pick<StoredBulletin, 'id' | 'corrects_id'>,
): Promise<Pick<StoredBulletin, 'id' | 'title' | 'sign' | 'year' | 'no' | 'corrects_id' | 'signed_on'>[]> {
  return db
    .selectFrom('bulletin')
    .select(['id', 'title', 'sign', 'year', 'no', 'corrects_id', 'signed_on'])
    .where((is) => is.or([is('corrects_id', '=', id), is('id', '=', corrects_id ?? '')]))
    .where('state', '<>', 'withdrawn')
    .orderBy('created_at')
    .execute();
}
