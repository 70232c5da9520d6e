import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { ReportDb } from '../store.ts';
import type { BulletinFileTable, FileRefusal } from './tables.ts';

export type FileKind = BulletinFileTable['kind'];
export type StoredFile = Omit<Selectable<BulletinFileTable>, 'content'>;

/** A making that nothing was heard of for so long has died with its server. */
const deadAfter = sql`interval '2 minutes'`;

const columns = [
  ...(['bulletin_id', 'kind', 'job', 'state', 'revision', 'stage', 'done', 'total', 'refusals'] as const),
  ...(['beat_at', 'made_at', 'size', 'digest'] as const),
] as const;

export const readFiles = (db: ReportDb, id: string): Promise<StoredFile[]> =>
  db.selectFrom('bulletin_file').select(columns).where('bulletin_id', '=', id).orderBy('kind').execute();

/** The bytes of a file that is ready; undefined when there is none. */
export async function readFileContent(
  db: ReportDb,
  id: string,
  kind: FileKind,
): Promise<{ readonly content: Buffer; readonly revision: number } | undefined> {
  const row = await db
    .selectFrom('bulletin_file')
    .select(['content', 'revision'])
    .where('bulletin_id', '=', id)
    .where('kind', '=', kind)
    .where('state', '=', 'ready')
    .executeTakeFirst();
  return row?.content == null ? undefined : { content: row.content, revision: row.revision };
}

/**
 * Begins to make a file, as the platform itself; false when the same revision is ready or being made already.
 */
export async function beginFile(
  db: ReportDb,
  file: {
    readonly id: string;
    readonly kind: FileKind;
    readonly job: string;
    readonly revision: number;
    readonly at: string;
  },
): Promise<boolean> {
  const { id, kind, job, revision, at } = file;
  const { rows } = await sql<{ job: string }>`
    insert into bulletin_file (bulletin_id, kind, job, state, revision, beat_at)
    values (${id}, ${kind}, ${job}, 'making', ${revision}, ${at})
    on conflict (bulletin_id, kind) do update set job = excluded.job, state = 'making', revision = excluded.revision,
      stage = null, done = 0, total = 0, refusals = '[]', beat_at = excluded.beat_at, made_at = null, size = null,
      digest = null, content = null
    where bulletin_file.revision <> excluded.revision or bulletin_file.state = 'refused'
      or (bulletin_file.state = 'making' and bulletin_file.beat_at < excluded.beat_at - ${deadAfter})
    returning job`.execute(db);
  return rows.length > 0;
}

/** How far a making has come; one that another has taken the place of changes nothing. */
export async function noteProgress(
  db: ReportDb,
  job: string,
  progress: { readonly stage: string; readonly done: number; readonly total: number; readonly at: string },
): Promise<void> {
  const { stage, done, total, at } = progress;
  await db
    .updateTable('bulletin_file')
    .set({ stage, done, total, beat_at: at })
    .where('job', '=', job)
    .where('state', '=', 'making')
    .execute();
}

export async function finishFile(
  db: ReportDb,
  job: string,
  made: { readonly content: Buffer; readonly digest: string; readonly at: string },
): Promise<void> {
  const { content, digest, at } = made;
  await db
    .updateTable('bulletin_file')
    .set({ state: 'ready', content, digest, size: content.length, made_at: at, beat_at: at })
    .where('job', '=', job)
    .where('state', '=', 'making')
    .execute();
}

export async function refuseFile(
  db: ReportDb,
  job: string,
  refusals: readonly FileRefusal[],
  at: string,
): Promise<void> {
  await db
    .updateTable('bulletin_file')
    .set({ state: 'refused', refusals: JSON.stringify(refusals), beat_at: at })
    .where('job', '=', job)
    .where('state', '=', 'making')
    .execute();
}
