import type { Direction } from '../definition.ts';
import { type Fraction, fraction } from '../number/fraction.ts';

/** One of those that are compared. A suppressed value is there and must not be seen; a missing one is not there. */
export interface Entrant {
  readonly id: string;
  readonly value: bigint | null;
  readonly suppressed: boolean;
}

export interface Ranked {
  readonly id: string;
  readonly value: bigint;
  /** Equal values share a place and the next one is counted on: 1, 2, 2, 4. */
  readonly place: number;
  /** The last place that it could have if all that are not known came before it. */
  readonly worst: number;
  /** Of the total; null when that is 0 or below, or there are values below 0: parts of such a sum are no shares. */
  readonly share: Fraction | null;
}

export interface Ranking {
  readonly ranked: readonly Ranked[];
  readonly suppressed: readonly string[];
  readonly missing: readonly string[];
  /** What shares are of: the total that was given, or the sum of what is known. */
  readonly total: bigint;
  readonly of: 'total' | 'known';
}

/**
 * Ranks what can be seen. What rises is best when greatest, what falls when least; of neither the greatest comes first.
 * `total`: published sum of all, suppressed ones included; without it shares are of what is known. Equal ones stay in the
 * order given, and suppressed ones too: their order must not tell their size.
 */
export function rank(entrants: readonly Entrant[], direction: Direction, total: bigint | null): Ranking {
  const known = entrants.flatMap(({ id, value, suppressed }) => (suppressed || value === null ? [] : [{ id, value }]));
  const suppressed = entrants.filter((each) => each.suppressed).map(({ id }) => id);
  const missing = entrants.filter((each) => !each.suppressed && each.value === null).map(({ id }) => id);
  const hidden = suppressed.length + missing.length;
  const whole = total ?? known.reduce((sum, { value }) => sum + value, 0n);
  const areShares = whole > 0n && known.every(({ value }) => value >= 0n);
  const best = direction === 'down' ? 1 : -1;
  const sorted = known.toSorted((a, b) => (a.value === b.value ? 0 : a.value < b.value ? -best : best));
  let place = 1;
  const ranked = sorted.map(({ id, value }, at): Ranked => {
    if (sorted[at - 1]?.value !== value) place = at + 1;
    return { id, value, place, worst: place + hidden, share: areShares ? fraction(value, whole) : null };
  });
  return { ranked, suppressed, missing, total: whole, of: total === null ? 'known' : 'total' };
}

/** The first n, and whoever shares the last of their places: nobody is cut off by the order of a list. */
export const topOf = ({ ranked }: Ranking, n: number): Ranked[] => ranked.filter(({ place }) => place <= n);

/** What is not among the first n, as one part; null when nothing is left. Below 0 never: then there are no shares. */
export function restOf(
  ranking: Ranking,
  n: number,
): { readonly value: bigint; readonly share: Fraction | null } | null {
  const top = topOf(ranking, n);
  const value = ranking.total - top.reduce((sum, each) => sum + each.value, 0n);
  if (top.length === ranking.ranked.length && value === 0n) return null;
  return {
    value,
    share: top.every(({ share }) => share !== null) && ranking.total > 0n ? fraction(value, ranking.total) : null,
  };
}
