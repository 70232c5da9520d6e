import { type Actor, permit } from '../../access/index.ts';
import { ok } from '../../kernel/index.ts';
import { correctHead as decide } from '../domain/draft/correct-head.ts';
import type { PlanHead } from '../domain/model.ts';
import { changeDraft, type DraftChanged } from './change-draft.ts';
import type { PlanDeps } from './deps.ts';

/** Corrects what the document says about itself: title, number, issuer, dates. */
export function correctHead(
  actor: Actor,
  given: { readonly planId: string; readonly revision: number; readonly head: Partial<PlanHead> },
  deps: PlanDeps,
): Promise<DraftChanged> {
  permit(actor, 'plan.draft');
  return changeDraft(
    actor,
    given,
    ({ draft }) => {
      const change = decide(draft.state, given.head);
      return change.ok ? ok({ action: 'correct-head', change: change.value }) : change;
    },
    deps,
  );
}
