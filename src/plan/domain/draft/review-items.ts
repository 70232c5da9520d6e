import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { DraftState, PlanItem, Review, Signature } from '../model.ts';
import { type Change, noChange } from './change.ts';
import { findItem } from './find.ts';

/**
 * Sets the review of several items at once. Confirming leaves a corrected item corrected: it was looked at already.
 * Refuses when any of them is unknown; items that are so already are left alone.
 */
export function reviewItems(
  draft: DraftState,
  itemIds: readonly string[],
  review: Exclude<Review, 'corrected'>,
  sign: Signature,
): Result<Change> {
  const found = [...new Set(itemIds)].map((itemId) => findItem(draft, itemId));
  const refusals = found.flatMap((one) => (one.ok ? [] : one.refusals));
  if (refusals.length > 0) return refuse(...refusals);
  const items = found
    .flatMap((one) => (one.ok ? [one.value] : []))
    .filter((item) => item.review !== review && !(review === 'confirmed' && item.review === 'corrected'))
    .map((before) => ({ before, after: { ...before, review, touched: sign } satisfies PlanItem }));
  return ok({ ...noChange, items });
}
