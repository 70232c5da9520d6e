import { equalJson } from '../equal.ts';
import type { Dismissal, DraftState, PlanHead, PlanItem } from '../model.ts';
import { inTextOrder } from '../order.ts';

/** One thing before and after; null where it did not exist. */
export interface Patch<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/**
 * A change of a draft as what was and what is: enough to apply it, to take it back, to tell it and to find what two
 * people both touched.
 */
export interface Change {
  readonly items: readonly Patch<PlanItem>[];
  readonly head: { readonly before: PlanHead; readonly after: PlanHead } | null;
  readonly dismissals: readonly Patch<Dismissal>[];
}

export const noChange: Change = { items: [], head: null, dismissals: [] };

export const isEmpty = (change: Change): boolean =>
  change.items.length === 0 && change.head === null && change.dismissals.length === 0;

/** The change that takes this one back. */
export const inverse = ({ items, head, dismissals }: Change): Change => ({
  items: items.map(turn),
  head: head === null ? null : { before: head.after, after: head.before },
  dismissals: dismissals.map(turn),
});
const turn = <T>({ before, after }: Patch<T>): Patch<T> => ({ before: after, after: before });

/** The draft after the change. The change must have been made for this draft: its `before` values are not checked. */
export function applyChange(draft: DraftState, change: Change): DraftState {
  return {
    head: change.head === null ? draft.head : change.head.after,
    items: patched(draft.items, change.items, (item) => item.id).sort(inTextOrder),
    dismissals: patched(draft.dismissals, change.dismissals, (dismissal) => dismissal.findingId),
  };
}

function patched<T>(list: readonly T[], patches: readonly Patch<T>[], keyOf: (one: T) => string): T[] {
  const byKey = new Map(list.map((one) => [keyOf(one), one]));
  for (const { before, after } of patches) {
    if (before !== null) byKey.delete(keyOf(before));
    if (after !== null) byKey.set(keyOf(after), after);
  }
  return [...byKey.values()];
}

/**
 * True when the change makes the draft say something else: a review alone does not, unless it rejects or takes a
 * rejection back. Only then must the draft be checked anew.
 */
export const changesWhatIsSaid = ({ items, head }: Change): boolean =>
  head !== null || items.some(({ before, after }) => !equalJson(said(before), said(after)));
const said = (item: PlanItem | null) => (item === null || item.review === 'rejected' ? null : item.content);
