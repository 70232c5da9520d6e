import { saying } from '../match/keys.ts';
import { matchItems, type Pair } from '../match/match.ts';
import type { ItemKind, PlanHead, PlanItem } from '../model.ts';
import { changedFields, type FieldChange } from './fields.ts';
import { outOfOrder } from './order.ts';

export interface ItemDiff {
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  readonly kind: ItemKind;
  readonly from: PlanItem | null;
  readonly to: PlanItem | null;
  readonly fields: readonly FieldChange[];
}
export interface VersionDiff {
  readonly head: readonly FieldChange[];
  readonly items: readonly ItemDiff[];
  readonly counts: Readonly<Record<ItemDiff['change'] | 'same', number>>;
}
/** A version as far as the comparison goes. Items in the order of their text. */
export interface Comparable {
  readonly head: PlanHead;
  readonly items: readonly PlanItem[];
}

/** Fields that say where an item stands and not what it is. */
const standing: ReadonlySet<string> = new Set(['path', 'no']);

/**
 * What is different between two versions, item by item. Items are matched by id and else by content, never by place in
 * the file, so that a paragraph put in front changes nothing. An item that says the same under another heading or in
 * another order has moved. Rejected items count as absent.
 */
export function diffVersions(from: Comparable, to: Comparable): VersionDiff {
  const old = from.items.filter((item) => item.review !== 'rejected');
  const next = to.items.filter((item) => item.review !== 'rejected');
  const pairs = matchItems(old, next, sameId(old, next));
  const moved = outOfOrder(pairs.map(([, at]) => at));
  const both = pairs.map(([a, b], at) => compare(old[a]!, next[b]!, moved.has(at)));
  const gone = without(
    old,
    pairs.map(([a]) => a),
  ).map((item) => alone('removed', item));
  const come = without(
    next,
    pairs.map(([, b]) => b),
  ).map((item) => alone('added', item));
  const items = [...both.filter((diff) => diff !== null), ...gone, ...come].sort(inNewOrder);
  const count = (change: ItemDiff['change']) => items.filter((diff) => diff.change === change).length;
  return {
    head: changedFields({ ...from.head }, { ...to.head }),
    items,
    counts: {
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
      moved: count('moved'),
      same: both.filter((diff) => diff === null).length,
    },
  };
}

function sameId(old: readonly PlanItem[], next: readonly PlanItem[]): Pair[] {
  const places = new Map(next.map((item, at) => [item.id, at]));
  return old.flatMap((item, at): Pair[] => {
    const partner = places.get(item.id);
    return partner === undefined ? [] : [[at, partner]];
  });
}

function compare(from: PlanItem, to: PlanItem, moved: boolean): ItemDiff | null {
  const fields = changedFields(saying(from.content), saying(to.content)).map((change) => withWords(change, from, to));
  const changed = fields.some(({ field }) => !standing.has(field));
  if (!changed && fields.length === 0 && !moved) return null;
  return { change: changed ? 'changed' : 'moved', kind: to.kind, from, to, fields };
}

/** Texts were compared without white space; people see them as printed. */
function withWords({ field, from, to }: FieldChange, old: PlanItem, next: PlanItem): FieldChange {
  if (field !== 'text' || !('text' in old.content) || !('text' in next.content)) return { field, from, to };
  return { field, from: old.content.text, to: next.content.text };
}

const without = (items: readonly PlanItem[], used: readonly number[]): PlanItem[] => {
  const taken = new Set(used);
  return items.filter((_, at) => !taken.has(at));
};

const alone = (change: 'added' | 'removed', item: PlanItem): ItemDiff => ({
  change,
  kind: item.kind,
  from: change === 'removed' ? item : null,
  to: change === 'added' ? item : null,
  fields: [],
});

const placeOf = ({ from, to }: ItemDiff): number => (to ?? from)!.content.start;
const inNewOrder = (a: ItemDiff, b: ItemDiff): number => placeOf(a) - placeOf(b);
