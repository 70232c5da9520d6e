import { type Insertable, type Selectable, sql } from 'kysely';
import type { BulletinKind } from '../domain/index.ts';
import type { ReportDb } from '../store.ts';
import type { BulletinTemplateTable } from './tables.ts';

export type StoredTemplate = Selectable<BulletinTemplateTable>;
export interface StoredVersion {
  readonly templateId: string;
  readonly version: number;
  readonly fileName: string;
  readonly size: number;
  readonly digest: string;
  readonly note: string;
  readonly at: string;
  readonly by: string;
}

export const listTemplates = (db: ReportDb, kind: BulletinKind | null = null): Promise<StoredTemplate[]> =>
  db
    .selectFrom('bulletin_template')
    .selectAll()
    .$if(kind !== null, (query) => query.where('kind', '=', kind ?? 'bulletin'))
    .orderBy('kind')
    .orderBy('name')
    .orderBy('id')
    .limit(500)
    .execute();

export const readTemplate = (
  db: ReportDb,
  id: string,
  how: 'free' | 'locked' = 'free',
): Promise<StoredTemplate | undefined> =>
  db
    .selectFrom('bulletin_template')
    .selectAll()
    .where('id', '=', id)
    .$if(how === 'locked', (query) => query.forUpdate())
    .executeTakeFirst();

export async function insertTemplate(db: ReportDb, row: Insertable<BulletinTemplateTable>): Promise<void> {
  await db.insertInto('bulletin_template').values(row).execute();
}

export async function changeTemplate(
  db: ReportDb,
  id: string,
  change: {
    readonly currentVersion?: number;
    readonly retiredAt?: string | null;
    readonly at: string;
    readonly by: string;
  },
): Promise<void> {
  await db
    .updateTable('bulletin_template')
    .set({
      revision: sql`revision + 1`,
      ...(change.currentVersion !== undefined && { current_version: change.currentVersion }),
      ...(change.retiredAt !== undefined && { retired_at: change.retiredAt }),
      ...{ changed_at: change.at, changed_by: change.by },
    })
    .where('id', '=', id)
    .execute();
}

export async function insertVersion(
  db: ReportDb,
  version: StoredVersion & { readonly byId: string; readonly content: Buffer },
): Promise<void> {
  await db
    .insertInto('bulletin_template_version')
    .values({
      ...{ template_id: version.templateId, version: version.version, file_name: version.fileName },
      ...{ size: version.size, digest: version.digest, content: version.content, note: version.note },
      ...{ at: version.at, by_id: version.byId, by_name: version.by },
    })
    .execute();
}

export const readVersions = (db: ReportDb, ids: readonly string[]): Promise<StoredVersion[]> =>
  db
    .selectFrom('bulletin_template_version')
    .select([
      ...(['template_id as templateId', 'version', 'file_name as fileName', 'size', 'digest', 'note', 'at'] as const),
      'by_name as by',
    ])
    .where('template_id', 'in', [...ids, ''])
    .orderBy('version', 'desc')
    .execute();

export async function readVersionContent(
  db: ReportDb,
  templateId: string,
  version: number,
): Promise<{ readonly content: Buffer; readonly fileName: string } | undefined> {
  return db
    .selectFrom('bulletin_template_version')
    .select(['content', 'file_name as fileName'])
    .where('template_id', '=', templateId)
    .where('version', '=', version)
    .executeTakeFirst();
}
