import { ok, type Result, refuse } from '../../../kernel/index.ts';
import { checkContent } from '../content/check.ts';
import { itemId } from '../item-id.ts';
import type { ItemContents, ItemKind, PlanItem, Signature } from '../model.ts';
import { type Change, noChange } from './change.ts';
import { checkPlace, type Page } from './place.ts';

/**
 * Adds an item that the machine did not see. The person who adds it has looked at it, so it is confirmed. `number` is
 * the plan's next free number. Refuses a place outside the document and content that contradicts itself.
 */
export function addItem<K extends ItemKind>(
  page: Page,
  kind: K,
  content: ItemContents[K],
  number: number,
  sign: Signature,
): Result<Change> {
  const place = checkPlace(page, content);
  const faults = [...(place.ok ? [] : place.refusals), ...checkContent(kind, content)];
  if (faults.length > 0) return refuse(...faults);
  const item = { id: itemId(kind, number), kind, review: 'confirmed', origin: 'added', touched: sign, content };
  return ok({ ...noChange, items: [{ before: null, after: item as unknown as PlanItem }] });
}
