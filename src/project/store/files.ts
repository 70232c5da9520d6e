import { type At, type Db, placed } from './db.ts';

export const fileColumns = ['id', 'kind', 'name', 'type', 'size', 'taken_on', 'note', 'at', 'by_name'] as const;

export const readFiles = (db: Db, projectId: string) =>
  db
    .selectFrom('project_file')
    .select(fileColumns)
    .where('project_id', '=', projectId)
    .where('removed_at', 'is', null)
    .orderBy('taken_on', 'desc')
    .orderBy('at', 'desc')
    .execute();

/** One file with its bytes, also one that was taken out of sight: an event may show it. */
export const readFileBytes = (db: Db, projectId: string, fileId: string) =>
  db
    .selectFrom('project_file')
    .select(['name', 'type', 'bytes', 'removed_at'])
    .where('project_id', '=', projectId)
    .where('id', '=', fileId)
    .executeTakeFirst();

export const findFile = (db: Db, projectId: string, fileId: string) =>
  db
    .selectFrom('project_file')
    .select(['id', 'name', 'removed_at'])
    .where('project_id', '=', projectId)
    .where('id', '=', fileId)
    .executeTakeFirst();

export const sameFile = (db: Db, projectId: string, digest: string) =>
  db
    .selectFrom('project_file')
    .select('name')
    .where('project_id', '=', projectId)
    .where('sm3', '=', digest)
    .where('removed_at', 'is', null)
    .executeTakeFirst();

export async function countFiles(db: Db, projectId: string): Promise<number> {
  const row = await db
    .selectFrom('project_file')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('project_id', '=', projectId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

export interface NewFile {
  readonly id: string;
  readonly kind: 'photo' | 'paper';
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  readonly sm3: string;
  readonly takenOn: string;
  readonly note: string;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
}

export async function insertFile(db: Db, projectId: string, at: At, file: NewFile): Promise<void> {
  await db
    .insertInto('project_file')
    .values({
      ...{ id: file.id, project_id: projectId, kind: file.kind, name: file.name, type: file.type },
      ...{ size: file.bytes.length, sm3: file.sm3, taken_on: file.takenOn, note: file.note, bytes: file.bytes },
      ...{ at: file.at, by_id: file.by.id, by_name: file.by.name, ...placed(at) },
    })
    .execute();
}

export async function hideFile(db: Db, fileId: string, at: string, by: string, reason: string): Promise<void> {
  await db
    .updateTable('project_file')
    .set({ removed_at: at, removed_by: by, removed_reason: reason })
    .where('id', '=', fileId)
    .execute();
}
