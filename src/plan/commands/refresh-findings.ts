import { countsOf } from '../domain/counts.ts';
import { type PlanDb, readChildren, reading, readPlan, readVersion, replaceFindings, writing } from '../store.ts';
import { withoutDismissals } from './change-draft.ts';
import type { PlanDeps } from './deps.ts';
import { documentsAbove, lintVersion } from './lint.ts';
import { loadText } from './load.ts';

/** Checks the open drafts of the plans below this one anew, because what stands above them has changed. */
export async function refreshChildren(planId: string, deps: PlanDeps): Promise<void> {
  for (const child of await readChildren(deps.db, planId)) await refreshFindings(child, deps);
}

/**
 * Checks the open draft of a plan anew and stores the result. When somebody changes the draft meanwhile, theirs counts:
 * their change has checked it too.
 */
export async function refreshFindings(planId: string, deps: PlanDeps): Promise<void> {
  const seen = await reading(deps.db, async (db) => {
    const plan = await readPlan(db, planId);
    const draft = await readVersion(db, planId, 'draft');
    if (plan === undefined || draft === undefined) return null;
    return { plan, draft, text: await loadText(db, draft), parents: await documentsAbove(db, planId) };
  });
  if (seen === null) return;
  const { plan, draft, text, parents } = seen;
  const findings = await lintVersion(deps, draft, text, parents);
  await writing(deps.db, async (db) => {
    if (!(await isStill(db, planId, plan.revision))) return;
    await replaceFindings(db, draft.id, withoutDismissals(findings), countsOf(draft.state.items, findings));
  });
}

const isStill = async (db: PlanDb, planId: string, revision: number): Promise<boolean> =>
  (await readPlan(db, planId, 'locked'))?.revision === revision;
