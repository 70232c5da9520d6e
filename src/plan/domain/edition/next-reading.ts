import { itemId } from '../item-id.ts';
import { exactKey } from '../match/keys.ts';
import { matchItems } from '../match/match.ts';
import type { PlanItem } from '../model.ts';
import { inTextOrder } from '../order.ts';
import type { ReadItem } from '../reading/from-extraction.ts';

/**
 * The items of a newer file of the same plan: those that the last edition had keep their id, and what is said word for
 * word the same keeps its review, because somebody has looked at it already. New ones are numbered from `next`.
 */
export function nextReading(
  old: readonly PlanItem[],
  read: readonly ReadItem[],
  next: number,
): { readonly items: PlanItem[]; readonly next: number } {
  const partnerOf = new Map(matchItems(old, read).map(([before, after]) => [after, old[before]!]));
  let number = next;
  const items = read.map(({ kind, content }, at) => {
    const partner = partnerOf.get(at);
    const same = partner !== undefined && exactKey(partner) === exactKey({ kind, content });
    return {
      id: partner?.id ?? itemId(kind, number++),
      kind,
      review: same ? partner.review : 'unreviewed',
      origin: same ? partner.origin : 'extracted',
      touched: same ? partner.touched : null,
      content,
    } as PlanItem;
  });
  return { items: items.sort(inTextOrder), next: number };
}
