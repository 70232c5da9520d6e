import { type Actor, permit } from '../../access/index.ts';
import { ok } from '../../kernel/index.ts';
import { findItem } from '../domain/draft/find.ts';
import { mergeItems as decide } from '../domain/draft/merge-items.ts';
import { changeDraft, type DraftChanged } from './change-draft.ts';
import { withFields } from './content.ts';
import type { PlanDeps } from './deps.ts';

export interface MergeItems {
  readonly planId: string;
  readonly revision: number;
  /** The item that stays. */
  readonly into: string;
  readonly others: readonly string[];
  /** Fields that should read otherwise than the join makes them. */
  readonly content?: Readonly<Record<string, unknown>> | undefined;
}

/** Makes one item of several of the same kind. */
export function mergeItems(actor: Actor, given: MergeItems, deps: PlanDeps): Promise<DraftChanged> {
  permit(actor, 'plan.draft');
  const { into, others, content } = given;
  return changeDraft(
    actor,
    given,
    ({ draft, sign }) => {
      const kept = findItem(draft.state, into);
      if (!kept.ok) return kept;
      const change = decide(
        draft.state,
        into,
        others,
        (joined) => ok(content === undefined ? joined : withFields(kept.value.kind, joined, content)),
        sign,
      );
      return change.ok ? ok({ action: 'merge-items', change: change.value }) : change;
    },
    deps,
  );
}
