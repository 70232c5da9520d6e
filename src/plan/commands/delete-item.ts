import { type Actor, permit } from '../../access/index.ts';
import { ok } from '../../kernel/index.ts';
import { deleteItem as decide } from '../domain/draft/delete-item.ts';
import { changeDraft, type DraftChanged } from './change-draft.ts';
import type { PlanDeps } from './deps.ts';

/** Takes an item out of the draft; undo brings it back. */
export function deleteItem(
  actor: Actor,
  given: { readonly planId: string; readonly revision: number; readonly itemId: string },
  deps: PlanDeps,
): Promise<DraftChanged> {
  permit(actor, 'plan.draft');
  return changeDraft(
    actor,
    given,
    ({ draft }) => {
      const change = decide(draft.state, given.itemId);
      return change.ok ? ok({ action: 'delete-item', change: change.value }) : change;
    },
    deps,
  );
}
