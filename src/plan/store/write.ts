import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { Place } from '../../access/index.ts';
import type { Change } from '../domain/draft/change.ts';
import type { Finding } from '../domain/lint/model.ts';
import type { DraftState, PlanCounts, PlanItem, PlanSource, PlanStatus, PlanStructure } from '../domain/model.ts';
import { dismissalRow, headRow, itemRow, structureRow } from './rows.ts';
import type { PlanTables } from './tables.ts';
import type { Publication } from './version.ts';

/** Rows of one insert: PostgreSQL takes 65,535 values at once, an item has eleven. */
const chunk = 2000;
const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / chunk) }, (_, at) => rows.slice(at * chunk, (at + 1) * chunk));

/** A draft that does not exist yet. */
export interface NewDraft {
  readonly id: string;
  readonly planId: string;
  readonly basedOn: number | null;
  readonly state: DraftState;
  readonly structure: PlanStructure;
  readonly source: PlanSource;
  readonly findings: readonly (Finding & { readonly id: string })[];
  readonly counts: PlanCounts;
}

export async function insertDraft(db: Kysely<PlanTables>, draft: NewDraft): Promise<void> {
  await db
    .insertInto('plan_version')
    .values({
      id: draft.id,
      plan_id: draft.planId,
      number: null,
      based_on: draft.basedOn,
      discarded_at: null,
      source_id: draft.source.id,
      source_start: draft.source.start,
      source_end: draft.source.end,
      ...headRow(draft.state.head),
      ...structureRow(draft.structure),
      ...draft.counts,
    })
    .execute();
  await insertItems(db, draft.id, draft.state.items);
  for (const dismissal of draft.state.dismissals)
    await db.insertInto('plan_dismissal').values(dismissalRow(draft.id, dismissal)).execute();
  await replaceFindings(db, draft.id, draft.findings, draft.counts);
}

async function insertItems(db: Kysely<PlanTables>, versionId: string, items: readonly PlanItem[]): Promise<void> {
  for (const some of chunks(items))
    await db
      .insertInto('plan_item')
      .values(some.map((item) => itemRow(versionId, item)))
      .execute();
}

/** Writes what a change changed: items and dismissals by their ids, the head when it is part of it. */
export async function saveChange(db: Kysely<PlanTables>, versionId: string, change: Change): Promise<void> {
  const gone = change.items.flatMap(({ before }) => (before === null ? [] : [before.id]));
  for (const some of chunks(gone))
    await db.deleteFrom('plan_item').where('version_id', '=', versionId).where('id', 'in', some).execute();
  await insertItems(
    db,
    versionId,
    change.items.flatMap(({ after }) => after ?? []),
  );
  for (const { before, after } of change.dismissals) {
    const of = db.deleteFrom('plan_dismissal').where('version_id', '=', versionId);
    if (before !== null) await of.where('finding_id', '=', before.findingId).execute();
    if (after !== null) await db.insertInto('plan_dismissal').values(dismissalRow(versionId, after)).execute();
  }
  if (change.head !== null)
    await db.updateTable('plan_version').set(headRow(change.head.after)).where('id', '=', versionId).execute();
}

/** Puts new findings in the place of the old ones, with the counts that lists show. */
export async function replaceFindings(
  db: Kysely<PlanTables>,
  versionId: string,
  findings: readonly (Finding & { readonly id: string })[],
  counts: PlanCounts,
): Promise<void> {
  await db.deleteFrom('plan_finding').where('version_id', '=', versionId).execute();
  const rows = findings.map(({ id, ...finding }, position) => ({
    version_id: versionId,
    id,
    position,
    rule: finding.rule,
    severity: finding.severity,
    content: JSON.stringify(finding),
  }));
  for (const some of chunks(rows)) await db.insertInto('plan_finding').values(some).execute();
  await db
    .updateTable('plan_version')
    .set({ ...counts })
    .where('id', '=', versionId)
    .execute();
}

/** Makes an edition of a draft. From then on the database itself refuses every change of it. */
export async function publishVersion(
  db: Kysely<PlanTables>,
  versionId: string,
  { number, published, hash, note, acknowledged }: Publication,
): Promise<void> {
  await db
    .updateTable('plan_version')
    .set({
      number,
      published_at: published.at,
      published_by_id: published.by.id,
      published_by_name: published.by.name,
      hash,
      note,
      acknowledged,
    })
    .where('id', '=', versionId)
    .execute();
}

/** Throws a draft away (a moment) or takes it back (null). */
export async function setDiscarded(db: Kysely<PlanTables>, versionId: string, at: string | null): Promise<void> {
  await db.updateTable('plan_version').set({ discarded_at: at }).where('id', '=', versionId).execute();
}

/** What of the plan itself a step changes besides its revision. */
export interface PlanUpdate {
  readonly status?: PlanStatus;
  readonly latestEdition?: number;
  readonly nextItem?: number;
}

/**
 * Takes the next revision for a change that was decided on `expected`. Gives false, and nothing is changed, when
 * somebody else was quicker. The plan's row stays locked until the transaction ends.
 */
export async function takeRevision(
  db: Kysely<PlanTables>,
  planId: string,
  expected: number,
  at: string,
  update: PlanUpdate,
): Promise<boolean> {
  const result = await db
    .updateTable('plan')
    .set({
      revision: expected + 1,
      updated_at: at,
      ...(update.status !== undefined && { status: update.status }),
      ...(update.latestEdition !== undefined && { latest_edition: update.latestEdition }),
      ...(update.nextItem !== undefined && { next_item: update.nextItem }),
    })
    .where('id', '=', planId)
    .where('revision', '=', expected)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Which parts of a place no register has. */
export async function unknownPlaces(db: Kysely<PlanTables>, place: Place): Promise<(keyof Place)[]> {
  const { regionId, unitId, chainId } = place;
  const { rows } = await sql<Record<keyof Place, boolean>>`
    select ${regionId}::text is null or exists (select from region where code = ${regionId}) as "regionId",
      ${unitId}::text is null or exists (select from unit where id = ${unitId}) as "unitId",
      ${chainId}::text is null or exists (select from chain where id = ${chainId}) as "chainId"`.execute(db);
  const [known] = rows;
  return (['regionId', 'unitId', 'chainId'] as const).filter((field) => known?.[field] !== true);
}

/** Says where a plan belongs. */
export async function setPlace(
  db: Kysely<PlanTables>,
  planId: string,
  { regionId, unitId, chainId }: Place,
): Promise<void> {
  const place = { region_id: regionId, unit_id: unitId, chain_id: chainId };
  await db.updateTable('plan').set(place).where('id', '=', planId).execute();
}
