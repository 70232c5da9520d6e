import { type Actor, permit } from '../../access/index.ts';
import { ok } from '../../kernel/index.ts';
import { correctItem as decide } from '../domain/draft/correct-item.ts';
import { findItem } from '../domain/draft/find.ts';
import type { Review } from '../domain/model.ts';
import { changeDraft, type DraftChanged } from './change-draft.ts';
import { withFields } from './content.ts';
import type { PlanDeps } from './deps.ts';

export interface CorrectItem {
  readonly planId: string;
  readonly revision: number;
  readonly itemId: string;
  /** Only the fields that change. */
  readonly content?: Readonly<Record<string, unknown>> | undefined;
  readonly review?: Review | undefined;
}

/** Corrects fields of an item or sets its review. */
export function correctItem(actor: Actor, given: CorrectItem, deps: PlanDeps): Promise<DraftChanged> {
  permit(actor, given.content === undefined ? 'plan.review' : 'plan.draft');
  const { itemId, content, review } = given;
  return changeDraft(
    actor,
    given,
    ({ draft, page, sign }) => {
      const item = findItem(draft.state, itemId);
      if (!item.ok) return item;
      const { kind } = item.value;
      const correction = {
        itemId,
        ...(content !== undefined && { content: withFields(kind, item.value.content, content) }),
        ...(review !== undefined && { review }),
      };
      const change = decide(draft.state, page, correction, sign);
      const action = content === undefined ? 'review-items' : 'correct-item';
      return change.ok ? ok({ action, change: change.value }) : change;
    },
    deps,
  );
}
