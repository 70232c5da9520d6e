import { type Actor, permit, signatureOf } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { countsOf } from '../domain/counts.ts';
import { noChange } from '../domain/draft/change.ts';
import { statusOf } from '../domain/status.ts';
import { insertDraft, insertStep, reading, readVersion, takeRevision } from '../store.ts';
import { withoutDismissals } from './change-draft.ts';
import { conflict, expectRevision } from './conflict.ts';
import type { PlanDeps } from './deps.ts';
import { documentsAbove, lintVersion } from './lint.ts';
import { loadEdition, loadPlan, loadText } from './load.ts';
import { planNote } from './note.ts';
import { askForReview } from './tell.ts';

export interface StartDraft {
  readonly planId: string;
  readonly revision: number;
  /** The edition that the new draft begins with. */
  readonly edition: number;
}

/** Starts a revision: a draft with everything that an edition has. Refuses while another draft is open. */
export async function startDraft(actor: Actor, given: StartDraft, deps: PlanDeps): Promise<void> {
  permit(actor, 'plan.draft');
  const { planId, revision } = given;
  const { plan, edition, text, parents } = await reading(deps.db, async (db) => {
    const found = await loadPlan(db, actor, planId);
    await expectRevision(db, planId, revision, found.revision);
    if ((await readVersion(db, planId, 'draft')) !== undefined)
      throw new RefusalError({ code: 'draft-open', field: 'planId', given: planId });
    const from = await loadEdition(db, planId, given.edition);
    return { plan: found, edition: from, text: await loadText(db, from), parents: await documentsAbove(db, planId) };
  });
  const findings = await lintVersion(deps, edition, text, parents);
  const counts = countsOf(edition.state.items, findings);
  const sign = signatureOf(actor, deps.clock.now());
  await recording(deps, actor, async (db, note) => {
    const update = { status: statusOf(true, plan.latestEdition) };
    if (!(await takeRevision(db, planId, revision, sign.at, update))) throw await conflict(db, planId, revision);
    const basedOn = given.edition;
    await insertDraft(db, { ...edition, id: deps.newId(), basedOn, findings: withoutDismissals(findings), counts });
    const step = { action: 'start-draft', target: null, edition: basedOn, change: noChange } as const;
    await insertStep(db, planId, { ...sign, revision: revision + 1, ...step });
    await askForReview(db, deps, actor, plan);
    note(planNote(plan, 'start-draft', [{ field: 'edition', before: null, after: basedOn }]));
  });
}
