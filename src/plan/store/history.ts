import type { Static } from 'typebox';
import type { Kysely } from '../../../platform/db/index.ts';
import type { HistoryActionSchema } from '../contract/item.ts';
import type { Change } from '../domain/draft/change.ts';
import type { Step } from '../domain/draft/undo.ts';
import type { Signature } from '../domain/model.ts';
import type { Parent } from '../domain/parents.ts';
import type { PlanTables } from './tables.ts';

export type HistoryAction = Static<typeof HistoryActionSchema>;

/** What a step changed: the draft, and the parents where the step was about them. */
export interface StoredChange extends Change {
  readonly parents?: { readonly before: readonly Parent[]; readonly after: readonly Parent[] };
}

/** One step of a plan's history. */
export interface HistoryStep extends Step, Signature {
  readonly action: HistoryAction;
  readonly edition: number | null;
  readonly change: StoredChange;
}

export async function insertStep(db: Kysely<PlanTables>, planId: string, step: HistoryStep): Promise<void> {
  await db
    .insertInto('plan_history')
    .values({
      plan_id: planId,
      revision: step.revision,
      action: step.action,
      at: step.at,
      by_id: step.by.id,
      by_name: step.by.name,
      target: step.target,
      edition: step.edition,
      change: JSON.stringify(step.change),
    })
    .execute();
}

/** The steps after a revision, the latest first, and how many there are. */
export async function readHistory(
  db: Kysely<PlanTables>,
  planId: string,
  after: number,
  limit: number,
): Promise<{ total: number; steps: HistoryStep[] }> {
  const since = db.selectFrom('plan_history').where('plan_id', '=', planId).where('revision', '>', after);
  const { total } = await since.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await since.selectAll().orderBy('revision', 'desc').limit(limit).execute();
  return { total, steps: rows.map(stepOf) };
}

/** One step with its change; undefined when there is none of this revision. */
export async function readStep(
  db: Kysely<PlanTables>,
  planId: string,
  revision: number,
): Promise<HistoryStep | undefined> {
  const query = db.selectFrom('plan_history').selectAll().where('plan_id', '=', planId);
  const row = await query.where('revision', '=', revision).executeTakeFirst();
  return row === undefined ? undefined : stepOf(row);
}

/** All steps in order without their changes, for undo. */
export const readSteps = (
  db: Kysely<PlanTables>,
  planId: string,
): Promise<(Step & { action: HistoryAction; at: string })[]> =>
  db
    .selectFrom('plan_history')
    .select(['revision', 'action', 'target', 'at'])
    .where('plan_id', '=', planId)
    .orderBy('revision')
    .execute();

function stepOf(row: {
  revision: number;
  action: HistoryAction;
  target: number | null;
  edition: number | null;
  at: string;
  by_id: string;
  by_name: string;
  change: StoredChange;
}): HistoryStep {
  const { revision, action, target, edition, at, change } = row;
  return { revision, action, target, edition, at, change, by: { id: row.by_id, name: row.by_name } };
}
