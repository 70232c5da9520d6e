import type { Selectable } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { Finding } from '../domain/lint/model.ts';
import type { DraftState, PlanCounts, PlanSource, PlanStructure, Signature } from '../domain/model.ts';
import { inTextOrder } from '../domain/order.ts';
import { countsOfRow, dismissalOf, headOfRow, itemOf, signatureOf } from './rows.ts';
import type { PlanTables, VersionTable } from './tables.ts';

/** What made a version an edition. */
export interface Publication {
  readonly number: number;
  readonly published: Signature;
  readonly hash: string;
  readonly note: string | null;
  readonly acknowledged: string | null;
}

/** A version as it is stored: a draft while `publication` is null. */
export interface StoredVersion {
  readonly id: string;
  readonly planId: string;
  readonly basedOn: number | null;
  readonly state: DraftState;
  readonly structure: PlanStructure;
  readonly source: PlanSource;
  readonly findings: readonly (Finding & { readonly id: string })[];
  readonly counts: PlanCounts;
  readonly publication: Publication | null;
}

/** The open draft of a plan, or one of its editions; undefined when there is none. */
export async function readVersion(
  db: Kysely<PlanTables>,
  planId: string,
  which: 'draft' | number,
): Promise<StoredVersion | undefined> {
  const base = db.selectFrom('plan_version').selectAll().where('plan_id', '=', planId);
  const query =
    which === 'draft'
      ? base.where('number', 'is', null).where('discarded_at', 'is', null)
      : base.where('number', '=', which);
  const row = await query.executeTakeFirst();
  return row === undefined ? undefined : complete(db, row);
}

/** The draft that was thrown away last; undefined when there is none. */
export async function readDiscarded(db: Kysely<PlanTables>, planId: string): Promise<StoredVersion | undefined> {
  const row = await db
    .selectFrom('plan_version')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('discarded_at', 'is not', null)
    .orderBy('discarded_at', 'desc')
    .executeTakeFirst();
  return row === undefined ? undefined : complete(db, row);
}

async function complete(db: Kysely<PlanTables>, row: Selectable<VersionTable>): Promise<StoredVersion> {
  const items = await db.selectFrom('plan_item').selectAll().where('version_id', '=', row.id).execute();
  const findings = await db
    .selectFrom('plan_finding')
    .select(['id', 'content'])
    .where('version_id', '=', row.id)
    .orderBy('position')
    .execute();
  const dismissals = await db.selectFrom('plan_dismissal').selectAll().where('version_id', '=', row.id).execute();
  return {
    id: row.id,
    planId: row.plan_id,
    basedOn: row.based_on,
    state: {
      head: headOfRow(row),
      items: items.map(itemOf).sort(inTextOrder),
      dismissals: dismissals.map(dismissalOf),
    },
    structure: { annexes: row.annexes, outline: row.outline },
    source: await sourceOf(db, row),
    findings: findings.map(({ id, content }) => ({ ...content, id })),
    counts: countsOfRow(row),
    publication: publicationOf(row),
  };
}

async function sourceOf(db: Kysely<PlanTables>, row: Selectable<VersionTable>): Promise<PlanSource> {
  const file = await db
    .selectFrom('source_file')
    .select(['file_name', 'format', 'sha256'])
    .where('id', '=', row.source_id)
    .executeTakeFirstOrThrow();
  const { format, sha256 } = file;
  const { source_start: start, source_end: end } = row;
  return { id: row.source_id, fileName: file.file_name, format, sha256, start, end };
}

function publicationOf(row: Selectable<VersionTable>): Publication | null {
  const published = signatureOf(row.published_at, row.published_by_id, row.published_by_name);
  if (row.number === null || row.hash === null || published === null) return null;
  return { number: row.number, published, hash: row.hash, note: row.note, acknowledged: row.acknowledged };
}
