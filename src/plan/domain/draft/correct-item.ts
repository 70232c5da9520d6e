import { ok, type Result, refuse } from '../../../kernel/index.ts';
import { newFaults } from '../content/check.ts';
import { equalJson } from '../equal.ts';
import type { DraftState, ItemContent, PlanItem, Review, Signature } from '../model.ts';
import { type Change, noChange } from './change.ts';
import { findItem } from './find.ts';
import { checkPlace, type Page, pathAt, wordsAt } from './place.ts';

export interface Correction {
  readonly itemId: string;
  /** The whole content as it should be, already of the right shape for the item's kind; undefined: as it is. */
  readonly content?: ItemContent;
  readonly review?: Review;
}

/**
 * Corrects or reviews one item. A content that differs makes it `corrected` unless the reviewer says otherwise; a new
 * place takes its words and headings from the document. Refuses an unknown item, a place outside the document and
 * content that contradicts itself. Nothing different: no change.
 */
export function correctItem(draft: DraftState, page: Page, correction: Correction, sign: Signature): Result<Change> {
  const found = findItem(draft, correction.itemId);
  if (!found.ok) return found;
  const before = found.value;
  const content = replaced(page, before, correction.content ?? before.content);
  if (!content.ok) return content;
  const differs = !equalJson(before.content, content.value);
  const review = correction.review ?? (differs ? 'corrected' : before.review);
  if (!differs && review === before.review) return ok(noChange);
  const faults = newFaults(before.kind, before.content as never, content.value as never);
  if (faults.length > 0) return refuse(...faults);
  const after = { ...before, content: content.value, review, touched: sign } as PlanItem;
  return ok({ ...noChange, items: [{ before, after }] });
}

function replaced(page: Page, before: PlanItem, content: ItemContent): Result<ItemContent> {
  if (content.start === before.content.start && content.end === before.content.end) return ok(content);
  const place = checkPlace(page, content);
  if (!place.ok) return place;
  const path = equalJson(content.path, before.content.path) ? pathAt(page.outline, content) : content.path;
  if (!('text' in content) || !('text' in before.content)) return ok({ ...content, path });
  const text = content.text === before.content.text ? wordsAt(page, content) : content.text;
  return ok({ ...content, path, text });
}
