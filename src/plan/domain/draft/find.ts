import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { DraftState, PlanItem } from '../model.ts';

/** The item with this id; refused when the draft has none. */
export function findItem(draft: DraftState, itemId: string): Result<PlanItem> {
  const item = draft.items.find((candidate) => candidate.id === itemId);
  return item === undefined ? refuse({ code: 'item-unknown', field: 'itemId', given: itemId }) : ok(item);
}
