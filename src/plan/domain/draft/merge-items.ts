import { ok, type Result, refuse } from '../../../kernel/index.ts';
import { newFaults } from '../content/check.ts';
import { joinContents } from '../content/join.ts';
import type { DraftState, ItemContent, PlanItem, Signature } from '../model.ts';
import { type Change, noChange } from './change.ts';
import { findItem } from './find.ts';

/**
 * Makes one item of several of the same kind. `into` keeps its id; what lists hold (units, deadlines, rows) is joined,
 * what it leaves open is filled from the others, and `correct` may have the last word on the content. Refuses unknown
 * items, the item itself among the others, and items of different kinds.
 */
export function mergeItems(
  draft: DraftState,
  intoId: string,
  otherIds: readonly string[],
  correct: (joined: ItemContent) => Result<ItemContent>,
  sign: Signature,
): Result<Change> {
  const ids = [...new Set(otherIds)];
  if (ids.includes(intoId)) return refuse({ code: 'merge-with-itself', field: 'others', given: intoId });
  const found = [intoId, ...ids].map((id) => findItem(draft, id));
  const refusals = found.flatMap((one) => (one.ok ? [] : one.refusals));
  if (refusals.length > 0) return refuse(...refusals);
  const [into, ...others] = found.flatMap((one) => (one.ok ? [one.value] : []));
  const stranger = others.find((other) => other.kind !== into!.kind);
  if (stranger !== undefined)
    return refuse({ code: 'merge-of-kinds', field: 'others', given: stranger.id, limit: into!.kind });
  const joined = joinContents(into!, others);
  if (!joined.ok) return joined;
  const content = correct(joined.value);
  if (!content.ok) return content;
  const faults = newFaults(into!.kind, into!.content as never, content.value as never);
  if (faults.length > 0) return refuse(...faults);
  const merged = { review: 'corrected', origin: 'merged', touched: sign, content: content.value } as const;
  const after = { ...into!, ...merged } as PlanItem;
  const gone = others.map((before) => ({ before, after: null }));
  return ok({ ...noChange, items: [{ before: into!, after }, ...gone] });
}
