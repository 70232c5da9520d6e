import type { Kysely } from '../../../platform/db/index.ts';
import type { Refusal } from '../../kernel/index.ts';
import type { Signature } from '../domain/model.ts';
import type { ImportedPlan, ImportState, PlanTables } from './tables.ts';

/** How far the import of one file has come. */
export interface ImportRecord {
  readonly id: string;
  readonly fileName: string;
  readonly size: number;
  readonly state: ImportState;
  readonly plans: readonly ImportedPlan[];
  readonly refusals: readonly Refusal[];
  readonly byId: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

export async function insertImport(
  db: Kysely<PlanTables>,
  { id, fileName, size }: Pick<ImportRecord, 'id' | 'fileName' | 'size'>,
  { by, at }: Signature,
): Promise<void> {
  await db
    .insertInto('plan_import')
    .values({
      id,
      file_name: fileName,
      size,
      state: 'reading',
      plans: '[]',
      refusals: '[]',
      by_id: by.id,
      by_name: by.name,
      started_at: at,
      finished_at: null,
    })
    .execute();
}

export async function updateImport(
  db: Kysely<PlanTables>,
  id: string,
  update: Partial<Pick<ImportRecord, 'state' | 'plans' | 'refusals' | 'finishedAt'>>,
): Promise<void> {
  const { state, plans, refusals, finishedAt } = update;
  await db
    .updateTable('plan_import')
    .set({
      ...(state !== undefined && { state }),
      ...(plans !== undefined && { plans: JSON.stringify(plans) }),
      ...(refusals !== undefined && { refusals: JSON.stringify(refusals) }),
      ...(finishedAt !== undefined && { finished_at: finishedAt }),
    })
    .where('id', '=', id)
    .execute();
}

export async function readImport(db: Kysely<PlanTables>, id: string): Promise<ImportRecord | undefined> {
  const row = await db.selectFrom('plan_import').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const { state, size, plans, refusals } = row;
  return {
    id,
    fileName: row.file_name,
    size,
    state,
    plans,
    refusals,
    byId: row.by_id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}

/** Ends, as refused, the imports that began before a moment and are not finished. */
export async function refuseUnfinished(
  db: Kysely<PlanTables>,
  startedBefore: string,
  now: string,
  refusal: Refusal,
): Promise<void> {
  await db
    .updateTable('plan_import')
    .set({ state: 'refused', refusals: JSON.stringify([refusal]), finished_at: now })
    .where('state', 'not in', ['done', 'refused'])
    .where('started_at', '<', startedBefore)
    .execute();
}
