import { likenessKeys } from './keys.ts';
import { likelyScore, likenessOf, type Prepared } from './likeness.ts';
import type { Likeness } from './model.ts';
import type { Places } from './places.ts';

export interface FoundPair {
  /** Places in the list, the earlier first. */
  readonly first: number;
  readonly second: number;
  readonly likeness: Likeness;
  /** Both are like this third one, which joins them; null: they are alike by themselves. */
  readonly through: number | null;
}

/** A key that more than these share tells nothing; the longer keys of the same enterprises still do. */
const mostInBlock = 120;
/** Larger groups are not doubles of one enterprise but something else that many share. */
const mostInGroup = 12;
/** Two that a third one joins must not contradict each other: at least this, of a thousand. */
const bearable = 400;
/** What a name tells less when several with codes of their own bear it. */
const shared = 120;
/** However alike they are otherwise. */
const unbearable = new Set(['trade', 'numbered', 'other']);

/** Keys of a whole list, two numbers each, so that a million enterprises take some hundred megabytes and no more. */
class KeyList {
  #keys = new Float64Array(1 << 16);
  #rows = new Uint32Array(1 << 16);
  #count = 0;

  add(key: number, row: number): void {
    if (this.#count === this.#keys.length) {
      const [keys, rows] = [new Float64Array(this.#count * 2), new Uint32Array(this.#count * 2)];
      keys.set(this.#keys);
      rows.set(this.#rows);
      [this.#keys, this.#rows] = [keys, rows];
    }
    this.#keys[this.#count] = key;
    this.#rows[this.#count++] = row;
  }

  /** Rows that share a key, key by key. */
  *blocks(): Generator<Uint32Array> {
    // Sorted in parts by the head of the key: each part is small, and a row travels with its key.
    const parts = 256;
    const starts = new Uint32Array(parts + 1);
    const partOf = (key: number) => Math.floor((key / 0x10000000000000) * parts) & (parts - 1);
    for (let at = 0; at < this.#count; at++)
      starts[partOf(this.#keys[at] ?? 0) + 1] = (starts[partOf(this.#keys[at] ?? 0) + 1] ?? 0) + 1;
    for (let part = 0; part < parts; part++) starts[part + 1] = (starts[part + 1] ?? 0) + (starts[part] ?? 0);
    const order = new Uint32Array(this.#count);
    const next = starts.slice();
    for (let at = 0; at < this.#count; at++) {
      const part = partOf(this.#keys[at] ?? 0);
      order[next[part] ?? 0] = at;
      next[part] = (next[part] ?? 0) + 1;
    }
    for (let part = 0; part < parts; part++) {
      const own = order.subarray(starts[part], starts[part + 1]);
      own.sort((a, b) => (this.#keys[a] ?? 0) - (this.#keys[b] ?? 0) || a - b);
      for (let from = 0; from < own.length; ) {
        const key = this.#keys[own[from] ?? 0];
        let to = from + 1;
        while (to < own.length && this.#keys[own[to] ?? 0] === key) to++;
        if (to - from > 1) yield own.subarray(from, to).map((at) => this.#rows[at] ?? 0);
        from = to;
      }
    }
  }
}

/**
 * Pairs of a list that are likely one enterprise, by the place of their first. `tell` hears how many have been read and how many
 * pairs compared.
 */
export function findDoubles(list: readonly Prepared[], places: Places, least = likelyScore): FoundPair[] {
  const keys = new KeyList();
  const common = namesOfSeveral(list);
  for (const [row, each] of list.entries()) for (const key of likenessKeys(each)) keys.add(key, row);
  const seen = new Set<number>();
  const pairs: FoundPair[] = [];
  for (const rows of keys.blocks()) {
    if (rows.length > mostInBlock) continue;
    for (let i = 0; i < rows.length; i++)
      for (let j = i + 1; j < rows.length; j++) {
        const [first, second] = [rows[i] ?? 0, rows[j] ?? 0];
        const [a, b] = [list[first], list[second]];
        if (first === second || a === undefined || b === undefined) continue;
        const likeness = likenessOf(a, b, places);
        if (likeness.score < least || (common.has(nameOf(a)) && isByName(likeness) && likeness.score - shared < least))
          continue;
        // Only the alike are remembered: comparing again is cheaper than remembering all that were compared.
        const pair = first * 0x4000000 + second;
        if (seen.has(pair)) continue;
        seen.add(pair);
        pairs.push({ first, second, likeness, through: null });
      }
  }
  return [...pairs, ...joined(list, pairs, places, least)].sort((a, b) => a.first - b.first || a.second - b.second);
}

const nameOf = ({ name }: Prepared): string => `${name.places.at(-1) ?? ''} ${name.body}`;
const isByName = ({ reasons }: Likeness): boolean =>
  !reasons.some(({ part, finding }) => part === 'code' && finding !== 'broken');

/** Names that enterprises with different codes bear: alone they make nobody the same. */
function namesOfSeveral(list: readonly Prepared[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const several = new Set<string>();
  for (const each of list) {
    if (!each.code.valid) continue;
    const name = nameOf(each);
    const code = first.get(name);
    if (code === undefined) first.set(name, each.code.code);
    else if (code !== each.code.code) several.add(name);
  }
  return several;
}

/** Pairs of those that are both one with a third, where they do not speak against each other. */
function joined(list: readonly Prepared[], pairs: readonly FoundPair[], places: Places, least: number): FoundPair[] {
  const next = new Map<number, Map<number, number>>();
  const link = (from: number, to: number, score: number) => {
    const own = next.get(from) ?? new Map<number, number>();
    own.set(to, score);
    next.set(from, own);
  };
  for (const { first, second, likeness } of pairs) {
    link(first, second, likeness.score);
    link(second, first, likeness.score);
  }
  const found = new Map<number, FoundPair>();
  for (const [through, own] of next) {
    if (own.size < 2 || own.size > mostInGroup) continue;
    const rows = [...own.keys()].sort((a, b) => a - b);
    for (const [at, first] of rows.entries())
      for (const second of rows.slice(at + 1)) {
        const [a, b] = [list[first], list[second]];
        if (next.get(first)?.has(second) === true || a === undefined || b === undefined) continue;
        const { score, reasons } = likenessOf(a, b, places);
        const differ = reasons.some(
          ({ part, finding }) => (part === 'name' || part === 'place') && unbearable.has(finding),
        );
        if (score < bearable || differ) continue;
        const joint = Math.max(least, Math.min(own.get(first) ?? 0, own.get(second) ?? 0) - 50);
        found.set(first * 0x4000000 + second, { first, second, likeness: { score: joint, reasons }, through });
      }
  }
  return [...found.values()];
}
