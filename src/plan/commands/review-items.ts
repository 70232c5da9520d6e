import { type Actor, permit } from '../../access/index.ts';
import { ok } from '../../kernel/index.ts';
import { reviewItems as decide } from '../domain/draft/review-items.ts';
import type { Review } from '../domain/model.ts';
import { changeDraft, type DraftChanged } from './change-draft.ts';
import type { PlanDeps } from './deps.ts';

export interface ReviewItems {
  readonly planId: string;
  readonly revision: number;
  readonly review: Exclude<Review, 'corrected'>;
  readonly itemIds: readonly string[];
}

/** Sets the review of several items in one step. */
export function reviewItems(actor: Actor, given: ReviewItems, deps: PlanDeps): Promise<DraftChanged> {
  permit(actor, 'plan.review');
  return changeDraft(
    actor,
    given,
    ({ draft, sign }) => {
      const change = decide(draft.state, given.itemIds, given.review, sign);
      return change.ok ? ok({ action: 'review-items', change: change.value }) : change;
    },
    deps,
  );
}
