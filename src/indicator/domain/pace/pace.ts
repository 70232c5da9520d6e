import { lengthOf, type Period, periodOf, periodsBetween, yearBefore } from '../../../kernel/index.ts';
import {
  compareFractions,
  type Fraction,
  fraction,
  minus,
  nearestWhole,
  over,
  plus,
  times,
} from '../number/fraction.ts';
import { RATE } from '../target/target.ts';
import type { Verdict } from '../target/verdict.ts';
import type { Manner, Series } from '../time/known.ts';
import { isWhole, readPeriod } from '../time/reading.ts';
import { type Light, type LightLimits, lightOf } from './light.ts';
import { type Path, stepsOfYear } from './path.ts';

/** How a target stands against what should have come by now. */
export interface Pace {
  /** Last month that is known. */
  readonly through: Period | null;
  /** Share of the way that is expected by then; null when that cannot be told. */
  readonly expected: Fraction | null;
  /** The figure that is expected by then, and how far the actual one is ahead of it (of a ceiling: over it). */
  readonly expectedFigure: bigint | null;
  readonly ahead: bigint | null;
  /** Actual ÷ expected; of an allowance expected ÷ actual: 1 is on time, less is behind. */
  readonly pace: Fraction | null;
  readonly path: Path['kind'];
  /** null: it cannot be told, `because` says why. */
  readonly light: Light | null;
  /** The pace from which on the light holds, in millionths. */
  readonly limit: number | null;
  readonly because:
    | 'pace'
    | 'early'
    | 'met'
    | 'not-met'
    | 'nothing-expected'
    | 'nothing-reported'
    | 'start-unknown'
    | 'goal-unknown';
}

/**
 * Holds a verdict against the path of its year. A sum starts from 0 each January and a cumulative target in its first year;
 * a stock starts from the end of the year before. `series` and `manner` are those of the verdict.
 */
export function paceOf(verdict: Verdict, path: Path, series: Series, manner: Manner, limits: LightLimits): Pace {
  const { actual, goal, through } = verdict;
  const none = { through, expected: null, expectedFigure: null, ahead: null, pace: null, path: path.kind, limit: null };
  if (verdict.state === 'met')
    return { ...measured(verdict, path, series, manner), light: 'green', limit: null, because: 'met' };
  if (actual === null || through === null) return { ...none, light: null, because: 'nothing-reported' };
  if (goal === null) return { ...none, light: null, because: 'goal-unknown' };
  const found = measured(verdict, path, series, manner);
  if (verdict.state === 'not-met') return { ...found, light: 'red', limit: null, because: 'not-met' };
  if (found.expected === null) return { ...none, light: null, because: 'start-unknown' };
  if (found.pace === null) return { ...found, light: 'green', limit: null, because: 'nothing-expected' };
  return { ...found, ...lightOf(found.pace, found.expected, limits) };
}

type Measured = Pick<Pace, 'through' | 'expected' | 'expectedFigure' | 'ahead' | 'pace' | 'path'>;

function measured(verdict: Verdict, path: Path, series: Series, manner: Manner): Measured {
  const { actual, goal, through, sense } = verdict;
  const start = startOf(verdict, series, manner);
  if (actual === null || goal === null || through === null || start === null)
    return { through, expected: null, expectedFigure: null, ahead: null, pace: null, path: path.kind };
  const expected = expectedShare(verdict, through, path, manner);
  const way = minus(goal, fraction(start));
  const due = times(way, expected);
  const done = fraction(actual - start);
  const expectedFigure = nearestWhole(plus(fraction(start), due));
  const pace = ratio(done, due, way, sense);
  return { through, expected, expectedFigure, ahead: actual - expectedFigure, pace, path: path.kind };
}

/**
 * Done of due. A way that leads to where nobody wants to be, such as that to a ceiling, is an allowance: due of done. What
 * must be hit exactly is as far off on either side. 1 where nothing of an allowance is used; null when nothing is due yet.
 */
function ratio(done: Fraction, due: Fraction, way: Fraction, sense: Verdict['sense']): Fraction | null {
  const good = sense === 'ceiling' ? -1n : 1n;
  if (way.n === 0n || (sense !== 'exact' && way.n * good < 0n)) {
    if (done.n === 0n || (sense !== 'exact' && done.n * good > 0n)) return one;
    return over(due, done);
  }
  if (due.n === 0n) return null;
  const forward = over(done, due);
  if (sense !== 'exact' || compareFractions(forward, one) <= 0) return forward;
  return over(one, forward);
}

const one = fraction(1n);

/** Where the year's way begins; null when the end of the year before is not known. */
function startOf({ target }: Verdict, series: Series, manner: Manner): bigint | null {
  if ((manner.measures !== 'stock' && !manner.greatest) || target.mode === 'annual') return 0n;
  const before = readPeriod(series, yearBefore(periodOf(target.period, 'year')), manner);
  return isWhole(before) ? before.value : null;
}

/** By the path within a year; a cumulative target over several years has as much of its way in each. */
function expectedShare({ target }: Verdict, through: Period, path: Path, manner: Manner): Fraction {
  const year = periodOf(through, 'year');
  const at = stepsOfYear(year, manner).indexOf(through);
  const share = fraction(BigInt(path.shares[at] ?? 0), BigInt(RATE));
  const isStock = manner.measures === 'stock' || manner.greatest;
  if (target.mode !== 'cumulative' || isStock || target.from === null || lengthOf(target.period) !== 'year')
    return share;
  const years = periodsBetween(target.from, target.period, 'year');
  return over(plus(fraction(BigInt(years.indexOf(year))), share), fraction(BigInt(years.length)));
}
