import { type Period, periodOf, periodsBetween, shifted, yearBefore } from '../../../kernel/index.ts';
import { approximately, fraction } from '../number/fraction.ts';
import { isotonic, median } from '../number/robust.ts';
import { RATE } from '../target/target.ts';
import type { Manner, Series } from '../time/known.ts';
import { isWhole, readPeriod, readYearToDate } from '../time/reading.ts';

/** A year that is over: what had come by the end of each month (or quarter); null where that is not known. */
export interface PastYear {
  readonly year: Period;
  readonly byStep: readonly (bigint | null)[];
  readonly total: bigint;
}

/** Which share of a year is expected by the end of each month. */
export interface Path {
  /** `seasonal`: learned from past years. `linear`: the same each month, because fewer than two years are known. */
  readonly kind: 'seasonal' | 'linear';
  readonly years: readonly PastYear[];
  /** Millionths; the last is a million. */
  readonly shares: readonly number[];
  /** Steps of which fewer than two years are known, set between their neighbours; 0 is the first. */
  readonly between: readonly number[];
}

/** Months or quarters of a year, as the indicator is reported. */
export const stepsOfYear = (year: Period, { frequency }: Manner): Period[] => periodsBetween(year, year, frequency);

/**
 * Years before `year` whose end is known, newest first, at most `most`. Of a stock it is the increase over the end of the
 * year before. A year in which nothing came, or less than nothing, has no shares and is left out.
 */
export function pastYears(series: Series, year: Period, manner: Manner, most = 8): PastYear[] {
  const oldest = [...series.keys()].map((period) => periodOf(period, 'year')).reduce((a, b) => (a < b ? a : b), year);
  const found: PastYear[] = [];
  for (let past = yearBefore(year); past >= oldest && found.length < most; past = yearBefore(past)) {
    const one = pastYear(series, past, manner);
    if (one !== null) found.push(one);
  }
  return found;
}

function pastYear(series: Series, year: Period, manner: Manner): PastYear | null {
  const isStock = manner.measures === 'stock' || manner.greatest;
  const start = isStock ? readPeriod(series, shifted(year, -1), manner) : null;
  if (start !== null && !isWhole(start)) return null;
  const byStep = stepsOfYear(year, manner).map((step) => {
    const reading = readYearToDate(series, step, manner);
    return isWhole(reading) && reading.value !== null ? reading.value - (start?.value ?? 0n) : null;
  });
  const total = byStep.at(-1) ?? null;
  return total === null || total <= 0n ? null : { year, byStep, total };
}

/**
 * Of each month the median of the shares of past years, so that one odd year among three moves nothing far. `rises`: what
 * has come cannot go again, so that the path must not fall either.
 */
export function pathOf(years: readonly PastYear[], steps: number, rises: boolean): Path {
  const even = Array.from({ length: steps }, (_, at) => Math.round(((at + 1) * RATE) / steps));
  if (years.length < 2) return { kind: 'linear', years, shares: even, between: [] };
  const medians = even.map((_, at) => {
    const known = years.flatMap(({ byStep, total }) => shareOf(byStep[at] ?? null, total));
    return known.length < 2 ? null : median(known);
  });
  const full = medians.map((share, at) => share ?? betweenNeighbours(medians, at));
  const shares = (rises ? isotonic(full) : full).map((share) => {
    const bounded = rises ? Math.min(RATE, Math.max(0, share)) : share;
    return Math.round(bounded);
  });
  const between = medians.flatMap((share, at) => (share === null ? [at] : []));
  return { kind: 'seasonal', years, shares: [...shares.slice(0, -1), RATE], between };
}

const shareOf = (value: bigint | null, total: bigint): number[] =>
  value === null ? [] : [approximately(fraction(value * BigInt(RATE), total))];

/** On the straight line between the nearest known steps; before the first stands 0. The last step is always known. */
function betweenNeighbours(shares: readonly (number | null)[], at: number): number {
  const before = shares.findLastIndex((share, each) => each < at && share !== null);
  const after = shares.findIndex((share, each) => each > at && share !== null);
  const [low, high] = [shares[before] ?? 0, shares[after] ?? RATE];
  return low + ((high - low) * (at - before)) / (after - before);
}
