import type { Actor } from '../../access/index.ts';
import type { DocumentExtraction } from '../../document/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { countsOf } from '../domain/counts.ts';
import { noChange } from '../domain/draft/change.ts';
import { nextReading } from '../domain/edition/next-reading.ts';
import { normal } from '../domain/match/normal.ts';
import { headOf, readItems, structureOf } from '../domain/reading/from-extraction.ts';
import { statusOf } from '../domain/status.ts';
import {
  type ImportedPlan,
  insertDraft,
  insertStep,
  type NewDraft,
  type NewSource,
  type PlanRecord,
  readPlanRow,
  readVersion,
  takeRevision,
} from '../store.ts';
import { withoutDismissals } from './change-draft.ts';
import { conflict } from './conflict.ts';
import type { PlanDeps } from './deps.ts';
import { documentsAbove, lintVersion } from './lint.ts';
import { loadPlan } from './load.ts';
import { planNote } from './note.ts';
import { placeOf, type SaveContext } from './save-plans.ts';
import { askForReview } from './tell.ts';

/**
 * Which document of a file is the newer one of a plan: the one named by `part` (from 1), the only one, or the one of
 * the same title. Refuses a part that the file does not have, and several documents of which none has the title.
 */
export async function chooseDocument(
  actor: Actor,
  planId: string,
  file: NewSource,
  documents: readonly DocumentExtraction[],
  part: number | undefined,
  deps: PlanDeps,
): Promise<DocumentExtraction> {
  const title = (await readPlanRow(deps.db, planId, actor.reach))?.title ?? null;
  const same = documents.filter((document) => title !== null && normal(document.title) === normal(title));
  const only = documents.length === 1 ? documents[0] : same.length === 1 ? same[0] : undefined;
  const chosen = part === undefined ? only : documents[part - 1];
  if (chosen !== undefined) return chosen;
  if (part !== undefined)
    throw new RefusalError({ code: 'part-not-there', field: file.fileName, given: part, limit: documents.length });
  throw new RefusalError({ code: 'several-documents', field: file.fileName, given: documents.length });
}

/** A draft that is to be the next of a plan, with what of the plan it was made from. */
export interface PreparedEdition {
  readonly plan: PlanRecord;
  readonly draft: NewDraft;
  readonly nextItem: number;
}

/**
 * Makes the next draft of a plan from a newer document: items that the last edition had keep their ids. Refuses an
 * unknown plan and one that has a draft open.
 */
export async function prepareEdition(
  actor: Actor,
  planId: string,
  file: NewSource,
  document: DocumentExtraction,
  deps: PlanDeps,
): Promise<PreparedEdition> {
  const plan = await loadPlan(deps.db, actor, planId);
  if ((await readVersion(deps.db, planId, 'draft')) !== undefined)
    throw new RefusalError({ code: 'draft-open', field: 'asEditionOf', given: planId });
  const latest = plan.latestEdition === null ? undefined : await readVersion(deps.db, planId, plan.latestEdition);
  const { items, next } = nextReading(latest?.state.items ?? [], readItems(document), plan.nextItem);
  const state = { head: headOf(document), items, dismissals: [] };
  const version = { state, structure: structureOf(document), source: placeOf(file, document) };
  const findings = await lintVersion(deps, version, file.source, await documentsAbove(deps.db, planId));
  const counts = countsOf(items, findings);
  const ids = { id: deps.newId(), planId, basedOn: null };
  return { plan, draft: { ...version, ...ids, findings: withoutDismissals(findings), counts }, nextItem: next };
}

/** Saves it. Refuses when the plan has changed meanwhile. */
export async function saveEdition(
  { db, actor, sign, note, deps }: SaveContext,
  { plan, draft, nextItem }: PreparedEdition,
): Promise<ImportedPlan[]> {
  const update = { status: statusOf(true, plan.latestEdition), nextItem };
  if (!(await takeRevision(db, plan.id, plan.revision, sign.at, update)))
    throw await conflict(db, plan.id, plan.revision);
  await insertDraft(db, draft);
  const step = { action: 'import-edition', target: null, edition: null, change: noChange } as const;
  await insertStep(db, plan.id, { ...sign, revision: plan.revision + 1, ...step });
  await askForReview(db, deps, actor, { ...plan, title: draft.state.head.title });
  note(planNote(plan, 'import-edition', [{ field: 'file', before: null, after: draft.source.fileName }]));
  return [{ planId: plan.id, title: draft.state.head.title, sameAs: null }];
}
