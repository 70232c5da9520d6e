import type { SourceText } from '../../document/index.ts';
import { withDismissals, withIds } from '../domain/findings.ts';
import type { ParentDocument } from '../domain/lint/input.ts';
import type { DraftState, PlanFinding, PlanSource, PlanStructure } from '../domain/model.ts';
import { toExtraction } from '../domain/reading/to-extraction.ts';
import { type PlanDb, readParents, readPlan, readSourceText, readVersion } from '../store.ts';
import type { PlanDeps } from './deps.ts';

/** A version as far as the lint reads it. */
export interface Lintable {
  readonly state: DraftState;
  readonly structure: PlanStructure;
  readonly source: PlanSource;
}

/** Checks a version against itself and the plans above it; with what reviewers said of the findings. */
export async function lintVersion(
  deps: PlanDeps,
  version: Lintable,
  source: SourceText,
  parents: readonly ParentDocument[],
): Promise<PlanFinding[]> {
  const document = toExtraction(version.state, version.structure, version.source);
  const findings = await deps.understanding.lint({ source, document, parents });
  return withDismissals(withIds(findings), version.state.dismissals);
}

/**
 * The plans above a plan as the lint reads them: of each its latest edition, else its open draft. A plan that is only
 * cited has no text and is left out.
 */
export async function documentsAbove(db: PlanDb, planId: string): Promise<ParentDocument[]> {
  const documents: ParentDocument[] = [];
  for (const parent of await readParents(db, planId)) {
    const plan = parent.planId === null ? undefined : await readPlan(db, parent.planId);
    const version = plan && (await readVersion(db, plan.id, plan.latestEdition ?? 'draft'));
    if (version === undefined) continue;
    const extraction = toExtraction(version.state, version.structure, version.source);
    documents.push({ title: parent.title, extraction, source: await readSourceText(db, version.source.id) });
  }
  return documents;
}
