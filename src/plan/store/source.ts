import type { Kysely } from '../../../platform/db/index.ts';
import type { SourceText } from '../../document/index.ts';
import type { PlanTables } from './tables.ts';

/** A file as it came in. */
export interface NewSource {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly source: SourceText;
  readonly createdAt: string;
}

/** Keeps a file: its bytes for the record, its text because every offset of an item counts into it. */
export async function insertSource(db: Kysely<PlanTables>, file: NewSource): Promise<void> {
  await db
    .insertInto('source_file')
    .values({
      id: file.id,
      file_name: file.fileName,
      format: file.source.format,
      sha256: file.sha256,
      size: file.bytes.byteLength,
      bytes: Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength),
      body: file.source.text,
      page_starts: JSON.stringify(file.source.pageStarts),
      furniture: JSON.stringify(file.source.furniture),
      tables: JSON.stringify(file.source.tables),
      created_at: file.createdAt,
    })
    .execute();
}

/** The text of a file with what its format knew about it. The file must exist: versions refer to it. */
export async function readSourceText(db: Kysely<PlanTables>, sourceId: string): Promise<SourceText> {
  const row = await db
    .selectFrom('source_file')
    .select(['body', 'format', 'page_starts', 'furniture', 'tables'])
    .where('id', '=', sourceId)
    .executeTakeFirstOrThrow();
  const { format, furniture, tables } = row;
  return { text: row.body, format, pageStarts: row.page_starts, furniture, tables };
}

/** The file as it was uploaded. */
export async function readSourceBytes(
  db: Kysely<PlanTables>,
  sourceId: string,
): Promise<{ fileName: string; bytes: Buffer }> {
  const query = db.selectFrom('source_file').select(['file_name', 'bytes']).where('id', '=', sourceId);
  const row = await query.executeTakeFirstOrThrow();
  return { fileName: row.file_name, bytes: row.bytes };
}

/** Plans that were made from a file of the same bytes, each with the place of its document, the oldest first. */
export const plansOfSameFile = (
  db: Kysely<PlanTables>,
  sha256: string,
): Promise<{ planId: string; start: number; end: number }[]> =>
  db
    .selectFrom('plan_version')
    .innerJoin('source_file', 'source_file.id', 'plan_version.source_id')
    .innerJoin('plan', 'plan.id', 'plan_version.plan_id')
    .where('source_file.sha256', '=', sha256)
    .where('plan.status', '!=', 'discarded')
    .select(['plan.id as planId', 'source_start as start', 'source_end as end'])
    .orderBy('plan.created_at')
    .execute();
