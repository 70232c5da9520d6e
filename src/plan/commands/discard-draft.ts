import { type Actor, permit, signatureOf } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { noChange } from '../domain/draft/change.ts';
import { statusOf } from '../domain/status.ts';
import { insertStep, readDiscarded, readVersion, setDiscarded, takeRevision } from '../store.ts';
import { conflict, expectRevision } from './conflict.ts';
import type { PlanDeps } from './deps.ts';
import { loadDraft, loadPlan } from './load.ts';
import { planNote } from './note.ts';
import { askForReview, withdrawReview } from './tell.ts';

type Given = { readonly planId: string; readonly revision: number };

/** Throws the open draft away; it can be restored. A plan that was never published then leaves the lists. */
export async function discardDraft(actor: Actor, { planId, revision }: Given, deps: PlanDeps): Promise<void> {
  permit(actor, 'plan.draft');
  const plan = await loadPlan(deps.db, actor, planId);
  await expectRevision(deps.db, planId, revision, plan.revision);
  const draft = await loadDraft(deps.db, planId);
  const sign = signatureOf(actor, deps.clock.now());
  await recording(deps, actor, async (db, note) => {
    const update = { status: statusOf(false, plan.latestEdition) };
    if (!(await takeRevision(db, planId, revision, sign.at, update))) throw await conflict(db, planId, revision);
    await setDiscarded(db, draft.id, sign.at);
    const step = { action: 'discard-draft', target: null, edition: null, change: noChange } as const;
    await insertStep(db, planId, { ...sign, revision: revision + 1, ...step });
    await withdrawReview(db, deps, actor, plan);
    note(planNote(plan, 'discard-draft', []));
  });
}

/** Brings back the draft that was thrown away last. Refuses while another is open, and when there is none. */
export async function restoreDraft(actor: Actor, { planId, revision }: Given, deps: PlanDeps): Promise<void> {
  permit(actor, 'plan.draft');
  const plan = await loadPlan(deps.db, actor, planId);
  await expectRevision(deps.db, planId, revision, plan.revision);
  if ((await readVersion(deps.db, planId, 'draft')) !== undefined)
    throw new RefusalError({ code: 'draft-open', field: 'planId', given: planId });
  const draft = await readDiscarded(deps.db, planId);
  if (draft === undefined) throw new RefusalError({ code: 'nothing-to-restore', field: 'planId', given: planId });
  const sign = signatureOf(actor, deps.clock.now());
  await recording(deps, actor, async (db, note) => {
    const update = { status: statusOf(true, plan.latestEdition) };
    if (!(await takeRevision(db, planId, revision, sign.at, update))) throw await conflict(db, planId, revision);
    await setDiscarded(db, draft.id, null);
    const step = { action: 'restore-draft', target: null, edition: null, change: noChange } as const;
    await insertStep(db, planId, { ...sign, revision: revision + 1, ...step });
    await askForReview(db, deps, actor, plan);
    note(planNote(plan, 'restore-draft', []));
  });
}
