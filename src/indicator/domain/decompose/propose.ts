import { apportion } from '../number/apportion.ts';
import { type Fraction, fraction, nearestWhole, times } from '../number/fraction.ts';
import { RATE } from '../target/target.ts';

/** A place that a target is handed down to. */
export interface Receiver {
  readonly id: string;
  /** Last year's figure, or that above the line of a ratio; null: not known. */
  readonly last: bigint | null;
  /** Last year's figure below the line of a ratio; null for sums. */
  readonly below: bigint | null;
  /** What was settled by hand and is left as it is: a level, a rate of growth in millionths, a ratio. */
  readonly fixed: bigint | null;
}

export interface Proposed {
  readonly id: string;
  /** In the terms of the target: a level, a rate of growth in millionths, a ratio as figures are kept. */
  readonly value: bigint;
  /** The figure that it stands for: the level, of a ratio what is above the line. Levels sum exactly to `total`. */
  readonly level: bigint;
  /** Share of the parts that were divided; null where it was settled by hand. */
  readonly share: Fraction | null;
}

/** A proposal with what it assumes, or why there is none. */
export type Proposal =
  | {
      readonly ok: true;
      /** `share`: by share of last year. `same-rate`: everybody grows alike. `same-factor`: every ratio moves by one factor. */
      readonly method: 'share' | 'same-rate' | 'same-factor';
      /** Sum of the levels. */
      readonly total: bigint;
      readonly parts: readonly Proposed[];
      /** Nothing can be proposed for these: last year's figure is not known, 0 or below. They get nothing. */
      readonly without: readonly { readonly id: string; readonly last: bigint | null }[];
    }
  | {
      readonly ok: false;
      /** What is settled leaves less than nothing; or something is left and nobody has a figure of last year. */
      readonly why:
        | { readonly code: 'fixed-exceed'; readonly given: bigint; readonly limit: bigint }
        | { readonly code: 'no-shares' };
    };

/** A level, an amount of the year, an increment or a cumulative number: divided by share of last year. */
export const proposeSum = (total: bigint, receivers: readonly Receiver[]): Proposal =>
  divided('share', total, receivers, {
    levelOf: (value) => value,
    valueOf: (_, level) => level,
  });

/**
 * A rate of growth in millionths: everybody grows by it, so that shares stay. Levels are the sum of last year grown by it,
 * divided by share; a rate that was settled by hand takes its own level out first, and the others grow by what remains.
 * Whoever had nothing or less last year cannot grow by a rate and is left out of the sum.
 */
export function proposeGrowth(rate: bigint, receivers: readonly Receiver[]): Proposal {
  const grown = (last: bigint, by: bigint): bigint =>
    nearestWhole(times(fraction(last), fraction(BigInt(RATE) + by, BigInt(RATE))));
  const last = (each: Receiver): bigint => (each.last !== null && each.last > 0n ? each.last : 0n);
  const total = grown(sumOf(receivers.map(last)), rate);
  const free = receivers.filter(({ fixed }) => fixed === null);
  return divided('same-rate', total, receivers, {
    levelOf: (value, each) => grown(last(each), value),
    valueOf: (rest) => {
      const before = sumOf(free.map(last));
      return nearestWhole(fraction((rest - before) * BigInt(RATE), before));
    },
  });
}

/**
 * A ratio, as figures are kept, where `unit` is what a ratio of one is kept as (10,000 for percent with two decimals). With
 * last year's figures below the line, so much is needed above it; that is divided by share of last year's, which moves
 * every ratio by one factor and keeps the distances that there are.
 */
export function proposeRatio(ratio: bigint, unit: bigint, receivers: readonly Receiver[]): Proposal {
  const below = (each: Receiver): bigint => (each.below !== null && each.below > 0n ? each.below : 0n);
  const above = (value: bigint, of: bigint): bigint => nearestWhole(fraction(value * of, unit));
  const usable = receivers.map((each) => (below(each) === 0n ? { ...each, last: null } : each));
  return divided('same-factor', above(ratio, sumOf(receivers.map(below))), usable, {
    levelOf: (value, each) => above(value, below(each)),
    valueOf: (_, level, each) => nearestWhole(fraction(level * unit, below(each))),
  });
}

interface Terms {
  /** The level that a value in the terms of the target stands for. */
  readonly levelOf: (value: bigint, receiver: Receiver) => bigint;
  /** The value of a level; `rest` is what all that were divided come to. */
  readonly valueOf: (rest: bigint, level: bigint, receiver: Receiver) => bigint;
}

type Method = Extract<Proposal, { ok: true }>['method'];

function divided(method: Method, total: bigint, receivers: readonly Receiver[], terms: Terms): Proposal {
  const settled = sumOf(receivers.map((each) => (each.fixed === null ? 0n : terms.levelOf(each.fixed, each))));
  const free = receivers.filter(({ fixed }) => fixed === null);
  const weights = new Map(free.flatMap(({ id, last }) => (last !== null && last > 0n ? [[id, last] as const] : [])));
  const rest = total - settled;
  if (total >= 0n && rest < 0n) return { ok: false, why: { code: 'fixed-exceed', given: settled, limit: total } };
  if (weights.size === 0 && rest !== 0n) return { ok: false, why: { code: 'no-shares' } };
  const all = sumOf([...weights.values()]);
  const levels = weights.size === 0 ? [] : apportion(rest, [...weights.values()]);
  const levelOf = new Map([...weights.keys()].map((id, at) => [id, levels[at] ?? 0n]));
  const parts = receivers.flatMap((each): Proposed[] => {
    const { id, fixed } = each;
    if (fixed !== null) return [{ id, value: fixed, level: terms.levelOf(fixed, each), share: null }];
    const [level, weight] = [levelOf.get(id), weights.get(id)];
    if (level === undefined || weight === undefined) return [];
    return [{ id, value: terms.valueOf(rest, level, each), level, share: fraction(weight, all) }];
  });
  const without = free.filter(({ id }) => !weights.has(id)).map(({ id, last }) => ({ id, last }));
  return { ok: true, method, total, parts, without };
}

const sumOf = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
