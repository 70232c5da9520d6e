import type { DraftChangedJson, DraftJson } from '../../../contract.ts';
import { inTextOrder } from '../../../domain/order.ts';

/** The draft that the cache holds, after the server told what is different now. */
export function applyChanged(draft: DraftJson, changed: DraftChangedJson): DraftJson {
  const { revision, head, findings, counts, undo, redo } = changed;
  return { ...draft, revision, head, findings, counts, undo, redo, items: patched(draft.items, changed) };
}

function patched(items: DraftJson['items'], { changed, removed }: DraftChangedJson): DraftJson['items'] {
  if (changed.length === 0 && removed.length === 0) return items;
  const now = new Map(changed.map((item) => [item.id, item]));
  const gone = new Set(removed);
  const kept = items.filter(({ id }) => !gone.has(id)).map((item) => now.get(item.id) ?? item);
  const known = new Set(items.map(({ id }) => id));
  const added = changed.filter(({ id }) => !known.has(id));
  // A correction may have moved an item, so the order is made anew; most often it is already right.
  return [...kept, ...added].sort(inTextOrder);
}
