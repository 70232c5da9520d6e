import { type Period, yearBefore, yearOf } from '../../../kernel/index.ts';
import type { Direction } from '../definition.ts';
import { type Fraction, fraction, minus, over, plus, times } from '../number/fraction.ts';
import type { Manner, Series } from '../time/known.ts';
import { type Bounds, boundsOf, distance, judge } from './bounds.ts';
import { type Missing, type Quantity, quantityOf } from './quantity.ts';
import { RATE, type Sense, senseOf, type Target } from './target.ts';

/** A target held against what was reported. */
export interface Verdict {
  readonly target: Target;
  readonly sense: Sense;
  /** `open`: cannot be told yet; `missing` says what for. */
  readonly state: 'met' | 'not-met' | 'open';
  /** What is compared, so far: a figure, or what came to it since the base of an annual target of a stock. */
  readonly actual: bigint | null;
  readonly through: Period | null;
  /** What share and pace count from: the base of growth and increments, else 0. */
  readonly start: bigint | null;
  /** The figure that meets the target exactly; null when it rests on a base that is not known. */
  readonly goal: Fraction | null;
  readonly bounds: Bounds | null;
  /**
   * (actual − start) ÷ (goal − start): how much of the way is done, of a ceiling how much is used up. null where months of
   * a sum lack that starts from a base: a part of a year says nothing against a whole one.
   */
  readonly share: Fraction | null;
  /** How far the actual figure is from meeting; 0: it does. */
  readonly gap: bigint | null;
  readonly missing: readonly Missing[];
}

export interface VerdictOptions {
  readonly manner: Manner;
  readonly direction: Direction;
  /** No figure can be below 0, so that a sum of flows only grows; `Definition.low` of 0 or more says so. */
  readonly neverNegative: boolean;
  /** How far 左右 reaches to either side, in millionths. */
  readonly slack: number;
}
/** As the check of plans reads 左右: three parts in a hundred. */
export const usualSlack = 30_000;

/** Met, not met, or not to be told yet because something is missing. Of a ratio see `judgeRatio`. */
export const judgeTarget = (target: Target, series: Series, options: VerdictOptions): Verdict =>
  judgeQuantity(target, quantityOf(target, series, options.manner), options);

/** The same of a figure that was put together already. */
export function judgeQuantity(target: Target, quantity: Quantity, options: VerdictOptions): Verdict {
  const sense = senseOf(target.op, options.direction);
  const levelOf = levels(target, quantity);
  const { actual, start, through } = quantity;
  if (levelOf === null) {
    const missing = [...quantity.missing, ...notPositive(target, quantity)];
    const unknown = { goal: null, bounds: null, share: null, gap: null } as const;
    return { target, sense, state: 'open', actual, through, start, ...unknown, missing };
  }
  const bounds = boundsOf(target, options.direction, options.slack, levelOf);
  // Of a range, 完成率 counts towards the end that must be met.
  const goal = levelOf(sense === 'ceiling' ? (target.value2 ?? target.value) : target.value);
  const state = judge(possible(quantity, options), bounds);
  const missing = state === 'open' ? quantity.missing : [];
  const gap = actual === null ? null : distance(actual, bounds);
  return {
    target,
    sense,
    state,
    actual,
    through,
    start,
    goal,
    bounds,
    share: shareOf(quantity, goal, options),
    gap,
    missing,
  };
}

/** The figure that a value of the target stands for; null when the base it starts from is not known, or is none. */
function levels({ mode, base, period }: Target, { start }: Quantity): ((value: bigint) => Fraction) | null {
  if (mode !== 'growth' && mode !== 'increment') return (value) => fraction(value);
  if (start === null) return null;
  if (mode === 'increment') return (value) => fraction(start + value);
  if (start <= 0n) return null;
  const years = yearOf(period) - yearOf(base?.period ?? yearBefore(period));
  const power = BigInt(base?.perYear === true ? Math.max(1, years) : 1);
  return (value) => times(fraction(start), raised(plus(fraction(1n), fraction(value, BigInt(RATE))), power));
}

const raised = ({ n, d }: Fraction, power: bigint): Fraction => fraction(n ** power, d ** power);

function notPositive({ mode, base, period }: Target, { start }: Quantity): Missing[] {
  if (mode !== 'growth' || start === null) return [];
  return [{ code: 'base-not-positive', period: base?.period ?? yearBefore(period), given: start }];
}

/** What the figure may be in the end: itself when nothing is missing, more when it can only grow, else anything. */
function possible({ actual, missing }: Quantity, { manner, neverNegative }: VerdictOptions): Bounds {
  if (actual !== null && missing.length === 0) return { low: actual, high: actual };
  const onlyGrows = manner.greatest || (neverNegative && manner.measures !== 'stock');
  return { low: onlyGrows ? actual : null, high: null };
}

function shareOf({ actual, start, missing }: Quantity, goal: Fraction, { manner }: VerdictOptions): Fraction | null {
  if (actual === null || start === null) return null;
  if (start !== 0n && missing.length > 0 && manner.measures !== 'stock') return null;
  const way = minus(goal, fraction(start));
  return way.n === 0n ? null : over(fraction(actual - start), way);
}
