import type { SourceText } from '../../document/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { diffVersions, type VersionDiff } from '../domain/diff/diff.ts';
import type { Parent } from '../domain/parents.ts';
import {
  type EditionRow,
  listEditions,
  type PlanRow,
  readChildren,
  reading,
  readParents,
  readPlanRow,
  readSourceText,
  readSteps,
  readVersion,
  type StoredVersion,
} from '../store.ts';
import type { PlanDeps } from './deps.ts';
import { loadDraft, loadEdition, loadPlan } from './load.ts';

/** A plan with its editions, its draft and the plans above and below it, without their contents. */
export interface PlanDetail {
  readonly plan: PlanRow;
  readonly draft: { readonly basedOn: number | null } | null;
  readonly editions: readonly EditionRow[];
  readonly parents: readonly Parent[];
  readonly children: readonly Parent[];
}

export function readPlanDetail(planId: string, deps: PlanDeps): Promise<PlanDetail> {
  return reading(deps.db, async (db) => {
    const plan = await readPlanRow(db, planId);
    if (plan === undefined) throw new RefusalError({ code: 'plan-unknown', field: 'planId', given: planId });
    const draft = await readVersion(db, planId, 'draft');
    const children: Parent[] = [];
    for (const id of await readChildren(db, planId)) {
      const row = await readPlanRow(db, id);
      if (row !== undefined) children.push({ planId: id, title: row.title ?? row.fileName, docNumber: row.docNumber });
    }
    const open = draft === undefined ? null : { basedOn: draft.basedOn };
    return {
      plan,
      draft: open,
      editions: await listEditions(db, planId),
      parents: await readParents(db, planId),
      children,
    };
  });
}

/** The open draft in full. */
export interface FullDraft {
  readonly draft: StoredVersion;
  readonly text: SourceText;
  readonly revision: number;
  readonly steps: Awaited<ReturnType<typeof readSteps>>;
}

export function readDraft(planId: string, deps: PlanDeps): Promise<FullDraft> {
  return reading(deps.db, async (db) => {
    const { revision } = await loadPlan(db, planId);
    const draft = await loadDraft(db, planId);
    return { draft, text: await readSourceText(db, draft.source.id), revision, steps: await readSteps(db, planId) };
  });
}

/** An edition in full. */
export function readEdition(
  planId: string,
  number: number,
  deps: PlanDeps,
): Promise<{ edition: StoredVersion; text: SourceText }> {
  return reading(deps.db, async (db) => {
    await loadPlan(db, planId);
    const edition = await loadEdition(db, planId, number);
    return { edition, text: await readSourceText(db, edition.source.id) };
  });
}

/** What changed from one edition to another, or to the draft. */
export function diffEditions(planId: string, from: number, to: number | 'draft', deps: PlanDeps): Promise<VersionDiff> {
  return reading(deps.db, async (db) => {
    await loadPlan(db, planId);
    const old = await loadEdition(db, planId, from);
    const next = to === 'draft' ? await loadDraft(db, planId) : await loadEdition(db, planId, to);
    return diffVersions(old.state, next.state);
  });
}
