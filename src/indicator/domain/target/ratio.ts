import { type Period, yearBefore } from '../../../kernel/index.ts';
import { fraction, nearestWhole, times } from '../number/fraction.ts';
import type { Manner, Series } from '../time/known.ts';
import { isWholeRatio, type RatioReading, ratioOf } from '../time/ratio.ts';
import { lacking, readPeriod } from '../time/reading.ts';
import type { Missing, Quantity } from './quantity.ts';
import type { Target } from './target.ts';
import { judgeQuantity, type Verdict, type VerdictOptions } from './verdict.ts';

/** The two sums of a ratio, each with how it is put together and its decimals. */
export interface RatioSides {
  readonly above: RatioSide;
  readonly below: RatioSide;
  /** 100 for percent. */
  readonly times: number;
  /** Decimals that the ratio itself is published with. */
  readonly decimals: number;
}
export interface RatioSide {
  readonly series: Series;
  readonly manner: Manner;
  readonly decimals: number;
}

/**
 * A target of a ratio: a level, or by how much it is to rise over its base, as a difference of ratios (百分点). The ratio
 * counts as it is published, rounded to its decimals. A part of a year tells its ratio so far and decides nothing, since a
 * ratio can go either way.
 */
export function judgeRatio(
  target: Target,
  sides: RatioSides,
  options: Omit<VerdictOptions, 'manner' | 'neverNegative'>,
): Verdict {
  const now = read(sides, target.period);
  const quantity = { ...of(now, sides), start: 0n, through: now.above.through, missing: missingOf(now, target.period) };
  const either: VerdictOptions = {
    ...options,
    manner: { ...sides.above.manner, measures: 'stock' },
    neverNegative: false,
  };
  if (target.mode !== 'increment' && target.mode !== 'growth') return judgeQuantity(target, quantity, either);
  return judgeQuantity(target, { ...quantity, ...startOf(target, sides, quantity.missing) }, either);
}

function startOf(
  { base, period }: Target,
  sides: RatioSides,
  missing: readonly Missing[],
): Pick<Quantity, 'start' | 'missing'> {
  const from = base?.period ?? yearBefore(period);
  const before = read(sides, from);
  const start = base?.value ?? (isWholeRatio(before) ? of(before, sides).actual : null);
  return start === null ? { start, missing: [{ code: 'base', period: from }, ...missing] } : { start, missing };
}

function read({ above, below, times: by }: RatioSides, period: Period): RatioReading {
  const decimals = { above: above.decimals, below: below.decimals };
  const [a, b] = [readPeriod(above.series, period, above.manner), readPeriod(below.series, period, below.manner)];
  return ratioOf(a, b, { times: by, decimals });
}

/** As it is published: a whole number of its last decimal. */
const of = ({ value }: RatioReading, { decimals }: RatioSides): Pick<Quantity, 'actual'> => ({
  actual: value === null ? null : nearestWhole(times(value, fraction(10n ** BigInt(decimals)))),
});

function missingOf({ above, below, why }: RatioReading, period: Period): Missing[] {
  const periods = [...new Set([...lacking(above), ...lacking(below)])].toSorted();
  return [
    ...(periods.length > 0 ? [{ code: 'months', periods } as const] : []),
    ...(why?.code === 'divisor-zero' ? [{ code: 'divisor-zero', period } as const] : []),
  ];
}
