import { exactKey, type Matchable, movableKey, nameKey, wordsOf } from './keys.ts';
import { bigrams } from './normal.ts';

/** Two items that are one: index in the old list, index in the new one. */
export type Pair = readonly [old: number, next: number];

/** Below this likeness two wordings are two items. */
const threshold = 0.5;

/**
 * Finds which items of two editions are the same one, by what they say and not by where they stand: first those that
 * are wholly equal, then equal but for the section, then of the same name, then of the most similar wording. Each item
 * is used once. `known` are pairs that need no finding (the same id).
 */
export function matchItems(old: readonly Matchable[], next: readonly Matchable[], known: readonly Pair[] = []): Pair[] {
  const pairs = [...known];
  for (const keyOf of [exactKey, movableKey, nameKey]) pairs.push(...pairByKey(old, next, pairs, keyOf));
  pairs.push(...pairByWording(old, next, pairs));
  return pairs.sort((a, b) => a[0] - b[0]);
}

/** Items that no pair has used yet, as indices. */
function free(length: number, used: readonly number[]): number[] {
  const taken = new Set(used);
  return Array.from({ length }, (_, at) => at).filter((at) => !taken.has(at));
}
const freeOld = (old: readonly unknown[], pairs: readonly Pair[]) =>
  free(
    old.length,
    pairs.map(([at]) => at),
  );
const freeNew = (next: readonly unknown[], pairs: readonly Pair[]) =>
  free(
    next.length,
    pairs.map(([, at]) => at),
  );

/** Pairs the free items of the same key in their order: the first with the first, the second with the second. */
function pairByKey(
  old: readonly Matchable[],
  next: readonly Matchable[],
  pairs: readonly Pair[],
  keyOf: (item: Matchable) => string | null,
): Pair[] {
  const waiting = new Map<string, number[]>();
  for (const at of freeNew(next, pairs)) {
    const key = keyOf(next[at]!);
    const list = key === null ? undefined : waiting.get(key);
    if (list !== undefined) list.push(at);
    else if (key !== null) waiting.set(key, [at]);
  }
  return freeOld(old, pairs).flatMap((at): Pair[] => {
    const key = keyOf(old[at]!);
    const partner = key === null ? undefined : waiting.get(key)?.shift();
    return partner === undefined ? [] : [[at, partner]];
  });
}

/** Pairs what is left by likeness of wording, the most alike first; nearer ones first among equals. */
function pairByWording(old: readonly Matchable[], next: readonly Matchable[], pairs: readonly Pair[]): Pair[] {
  const worded = (list: readonly Matchable[], at: number) => ({
    at,
    kind: list[at]!.kind,
    words: bigrams(wordsOf(list[at]!.content)),
  });
  const left = freeOld(old, pairs).map((at) => worded(old, at));
  const right = freeNew(next, pairs).map((at) => worded(next, at));
  const candidates = alikes(left, right).sort(
    (x, y) => y.alike - x.alike || Math.abs(x.a - x.b) - Math.abs(y.a - y.b) || x.a - y.a,
  );
  const found: Pair[] = [];
  const usedOld = new Set<number>();
  const usedNew = new Set<number>();
  for (const { a, b } of candidates)
    if (!usedOld.has(a) && !usedNew.has(b)) {
      usedOld.add(a);
      usedNew.add(b);
      found.push([a, b]);
    }
  return found;
}

interface Worded {
  readonly at: number;
  readonly kind: string;
  readonly words: ReadonlySet<string>;
}

/**
 * All pairs of one kind above the threshold by Dice's coefficient (0 nothing in common, 1 the same pairs of characters).
 * Counts shared pairs of characters through an index, not pair by pair.
 */
function alikes(left: readonly Worded[], right: readonly Worded[]): { a: number; b: number; alike: number }[] {
  const holders = new Map<string, number[]>();
  right.forEach(({ words }, position) => {
    for (const word of words) {
      const list = holders.get(word);
      if (list === undefined) holders.set(word, [position]);
      else list.push(position);
    }
  });
  return left.flatMap((one) => {
    const shared = new Int32Array(right.length);
    for (const word of one.words) for (const position of holders.get(word) ?? []) shared[position]! += 1;
    return right.flatMap((other, position) => {
      const alike = (2 * shared[position]!) / (one.words.size + other.words.size);
      return other.kind === one.kind && alike >= threshold ? [{ a: one.at, b: other.at, alike }] : [];
    });
  });
}
