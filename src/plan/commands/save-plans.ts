import { type Actor, placeOfPost } from '../../access/index.ts';
import type { TakeNote } from '../../audit/index.ts';
import type { DocumentExtraction } from '../../document/index.ts';
import { countsOf } from '../domain/counts.ts';
import { noChange } from '../domain/draft/change.ts';
import type { PlanFinding, PlanSource, Signature } from '../domain/model.ts';
import { headOf, newItems, readItems, structureOf } from '../domain/reading/from-extraction.ts';
import {
  type ImportedPlan,
  insertDraft,
  insertPlan,
  insertStep,
  type NewDraft,
  type NewSource,
  type PlanDb,
  plansOfSameFile,
} from '../store.ts';
import { withoutDismissals } from './change-draft.ts';
import type { PlanDeps } from './deps.ts';
import { lintVersion } from './lint.ts';
import { planNote } from './note.ts';
import { askForReview } from './tell.ts';

/** Makes a first draft of every document, checked, without saving anything. */
export async function preparePlans(
  file: NewSource,
  documents: readonly DocumentExtraction[],
  deps: PlanDeps,
): Promise<NewDraft[]> {
  const drafts: NewDraft[] = [];
  for (const document of documents) {
    const state = { head: headOf(document), items: newItems(readItems(document), 1), dismissals: [] };
    const version = { state, structure: structureOf(document), source: placeOf(file, document) };
    const findings: PlanFinding[] = await lintVersion(deps, version, file.source, []);
    const ids = { id: deps.newId(), planId: deps.newId() };
    const counts = countsOf(state.items, findings);
    drafts.push({ ...version, ...ids, basedOn: null, findings: withoutDismissals(findings), counts });
  }
  return drafts;
}

/** Where in a file a document stands. */
export const placeOf = (file: NewSource, { start, end }: DocumentExtraction): PlanSource => ({
  id: file.id,
  fileName: file.fileName,
  format: file.source.format,
  sha256: file.sha256,
  start,
  end,
});

/** The transaction in which something is saved: on whose behalf, signed how, and told to whom. */
export interface SaveContext {
  readonly db: PlanDb;
  readonly actor: Actor;
  readonly sign: Signature;
  readonly note: TakeNote;
  readonly deps: PlanDeps;
}

/** Saves new plans, each with its draft, and tells which of them came from a file that was imported before. */
export async function savePlans(
  { db, actor, sign, note, deps }: SaveContext,
  file: NewSource,
  drafts: readonly NewDraft[],
): Promise<ImportedPlan[]> {
  const place = placeOfPost(actor);
  const earlier = await plansOfSameFile(db, file.sha256);
  const imported: ImportedPlan[] = [];
  for (const draft of drafts) {
    await insertPlan(db, { id: draft.planId, nextItem: draft.state.items.length + 1, place }, sign);
    await insertDraft(db, draft);
    const step = { revision: 1, action: 'import', target: null, edition: null, change: noChange } as const;
    await insertStep(db, draft.planId, { ...sign, ...step });
    const same = earlier.find(({ start, end }) => start === draft.source.start && end === draft.source.end);
    const title = draft.state.head.title ?? file.fileName;
    const plan = { id: draft.planId, title, place };
    await askForReview(db, deps, actor, plan);
    note(planNote(plan, 'import', [{ field: 'file', before: null, after: file.fileName }]));
    imported.push({ planId: draft.planId, title: draft.state.head.title, sameAs: same?.planId ?? null });
  }
  return imported;
}
