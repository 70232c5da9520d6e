import type { Insertable } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { TaskFileTable, TaskTables } from './tables.ts';

type Db = Kysely<TaskTables>;

/** A file that shows something, without its content. */
export interface StoredFile {
  readonly id: string;
  readonly dutyId: string | null;
  readonly kind: 'file' | 'photo' | 'document';
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

const heads = ['id', 'duty_id', 'kind', 'name', 'media_type', 'size'] as const;

type Head = Pick<Insertable<TaskFileTable>, 'id' | 'kind' | 'name' | 'media_type' | 'size'> & {
  readonly duty_id: string | null;
};
const stored = ({ id, duty_id, kind, name, media_type, size }: Head): StoredFile => ({
  ...{ id, dutyId: duty_id, kind, name, mediaType: media_type, size },
});

/** Those of some files that were sent to a task. */
export async function filesOf(db: Db, taskId: string, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('task_file')
    .select(heads)
    .where('task_id', '=', taskId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return rows.map(stored);
}

export async function insertFile(db: Db, file: Insertable<TaskFileTable>): Promise<void> {
  await db.insertInto('task_file').values(file).execute();
}

/** Files that were sent to a duty and stand in no event yet, and how many bytes they have together. */
export async function unusedFiles(db: Db, taskId: string, dutyId: string): Promise<{ count: number; bytes: number }> {
  const row = await db
    .selectFrom('task_file')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number | null>('size').as('bytes')])
    .where('task_id', '=', taskId)
    .where('duty_id', '=', dutyId)
    .where('event_no', 'is', null)
    .executeTakeFirst();
  return { count: Number(row?.count ?? 0), bytes: Number(row?.bytes ?? 0) };
}

/** The same file, sent to the same duty before and not used yet. */
export async function sameFile(
  db: Db,
  { taskId, dutyId, digest, name }: { taskId: string; dutyId: string; digest: string; name: string },
): Promise<(StoredFile & { readonly at: string }) | undefined> {
  const row = await db
    .selectFrom('task_file')
    .select([...heads, 'at'])
    .where('task_id', '=', taskId)
    .where('duty_id', '=', dutyId)
    .where('digest', '=', digest)
    .where('name', '=', name)
    .where('event_no', 'is', null)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...stored(row), at: row.at };
}

export async function readFileContent(
  db: Db,
  taskId: string,
  fileId: string,
): Promise<(StoredFile & { readonly content: Buffer; readonly digest: string }) | undefined> {
  const row = await db
    .selectFrom('task_file')
    .select([...heads, 'content', 'digest'])
    .where('task_id', '=', taskId)
    .where('id', '=', fileId)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...stored(row), content: row.content, digest: row.digest };
}

/** Says in which event files stand; one that stands in an event already keeps its first. */
export async function useFiles(
  db: Db,
  { taskId, no }: { readonly taskId: string; readonly no: number },
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('task_file')
    .set({ event_no: no })
    .where('task_id', '=', taskId)
    .where('id', 'in', [...new Set(ids)])
    .where('event_no', 'is', null)
    .execute();
}
