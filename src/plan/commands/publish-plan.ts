import { asSystem } from '../../../platform/db/index.ts';
import { sm3 } from '../../../platform/digest/index.ts';
import { type Actor, permit, signatureOf } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { countsOf } from '../domain/counts.ts';
import { applyChange } from '../domain/draft/change.ts';
import { editionText } from '../domain/edition/content.ts';
import { publishDraft } from '../domain/edition/publish.ts';
import { statusOf } from '../domain/status.ts';
import { insertStep, publishVersion, reading, replaceFindings, saveChange, takeRevision } from '../store.ts';
import { withoutDismissals } from './change-draft.ts';
import { conflict, expectRevision } from './conflict.ts';
import type { PlanDeps } from './deps.ts';
import { documentsAbove, lintVersion } from './lint.ts';
import { loadDraft, loadPlan, loadText } from './load.ts';
import { planNote } from './note.ts';
import { refreshChildren } from './refresh-findings.ts';
import { tellPublished } from './tell.ts';

export interface PublishPlan {
  readonly planId: string;
  readonly revision: number;
  readonly note?: string | undefined;
  /** The reason for publishing in spite of open errors. */
  readonly acknowledge?: string | undefined;
}

/**
 * Makes the draft an edition that never changes again, without the items that reviewers rejected, and gives its number.
 * Refuses a plan without draft, an old revision, and open errors without a reason. Plans below are checked anew.
 */
export async function publishPlan(actor: Actor, given: PublishPlan, deps: PlanDeps): Promise<number> {
  permit(actor, 'plan.publish');
  const { planId, revision } = given;
  const { plan, draft, text, parents } = await reading(deps.db, async (db) => {
    const found = await loadPlan(db, actor, planId);
    await expectRevision(db, planId, revision, found.revision);
    const open = await loadDraft(db, planId);
    return { plan: found, draft: open, text: await loadText(db, open), parents: await documentsAbove(db, planId) };
  });
  const findings = await lintVersion(deps, draft, text, parents);
  const decided = publishDraft(draft.state, findings, given.acknowledge);
  if (!decided.ok) throw new RefusalError(...decided.refusals);

  const change = decided.value;
  const state = applyChange(draft.state, change);
  const number = (plan.latestEdition ?? 0) + 1;
  const { structure, source } = draft;
  const hash = sm3(editionText({ planId, number, head: state.head, structure, source, items: state.items }));
  const published = signatureOf(actor, deps.clock.now());
  const remark = given.note ?? null;
  const acknowledged = given.acknowledge?.trim() || null;
  await recording(deps, actor, async (db, note) => {
    const update = { status: statusOf(false, number), latestEdition: number };
    if (!(await takeRevision(db, planId, revision, published.at, update))) throw await conflict(db, planId, revision);
    await saveChange(db, draft.id, change);
    await replaceFindings(db, draft.id, withoutDismissals(findings), countsOf(state.items, findings));
    await publishVersion(db, draft.id, { number, published, hash, note: remark, acknowledged });
    const step = {
      ...published,
      revision: revision + 1,
      action: 'publish',
      target: null,
      edition: number,
      change,
    } as const;
    await insertStep(db, planId, step);
    await tellPublished(db, deps, actor, { ...plan, title: state.head.title }, number);
    note(
      planNote(plan, 'publish', [
        { field: 'edition', before: plan.latestEdition, after: number },
        { field: 'hash', before: null, after: hash },
        { field: 'note', before: null, after: remark },
        { field: 'acknowledged', before: null, after: acknowledged },
      ]),
    );
  });
  // The plans below may be out of this person's sight; checking them anew is the platform's own work.
  await asSystem(() => refreshChildren(planId, deps));
  return number;
}
