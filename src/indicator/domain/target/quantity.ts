import { lengthOf, type Period, periodsBetween, yearBefore } from '../../../kernel/index.ts';
import type { Manner, Series } from '../time/known.ts';
import { isWhole, lacking, readPeriod } from '../time/reading.ts';
import type { Target } from './target.ts';

/** Something that is not there and without which a target cannot be judged. Words are made at the edge. */
export type Missing =
  | { readonly code: 'months'; readonly periods: readonly Period[] }
  /** `given` figures of the `limit` that are owed for these periods did not come. */
  | { readonly code: 'reporters'; readonly periods: readonly Period[]; readonly given: number; readonly limit: number }
  | { readonly code: 'base'; readonly period: Period }
  | { readonly code: 'base-not-positive'; readonly period: Period; readonly given: bigint }
  /** A cumulative target that does not say from which year on. */
  | { readonly code: 'first-year' }
  /** Below the line of a ratio there is nothing. */
  | { readonly code: 'divisor-zero'; readonly period: Period };

/** The figure that is compared with a target. */
export interface Quantity {
  /** So far; null: nothing is known, or not what it starts from. */
  readonly actual: bigint | null;
  /** What share and pace count from: the base of growth and of an increment, else 0; null: not known. */
  readonly start: bigint | null;
  /** Last month that it takes in. */
  readonly through: Period | null;
  readonly missing: readonly Missing[];
}

/** What the mode of a target makes of the figures of its place. */
export function quantityOf(target: Target, series: Series, manner: Manner): Quantity {
  switch (target.mode) {
    case 'level':
      return whole(target.period, series, manner);
    case 'annual':
      return manner.measures === 'stock' && !manner.greatest
        ? increase(yearBefore(target.period), target.period, series, manner)
        : whole(target.period, series, manner);
    case 'cumulative':
      return manner.measures === 'stock' || manner.greatest
        ? whole(target.period, series, manner)
        : accumulated(target, series, manner);
    case 'increment':
      // An indicator of what is added counts additions itself; of anything else the base is taken off.
      if (target.base === null && manner.measures !== 'stock') return whole(target.period, series, manner);
      return fromBase(target, series, manner);
    case 'growth':
      return fromBase(target, series, manner);
  }
}

function whole(period: Period, series: Series, manner: Manner): Quantity {
  const reading = readPeriod(series, period, manner);
  const lacks = reading.asked === 0 ? [period] : lacking(reading);
  return { actual: reading.value, start: 0n, through: reading.through, missing: months(lacks) };
}

/** Both ends of a stock, the increase counted from 0. */
function increase(from: Period, to: Period, series: Series, manner: Manner): Quantity {
  const before = readPeriod(series, from, manner);
  const now = whole(to, series, manner);
  if (!isWhole(before) || before.value === null)
    return { ...now, actual: null, missing: [{ code: 'base', period: from }, ...now.missing] };
  return { ...now, actual: now.actual === null ? null : now.actual - before.value };
}

function accumulated({ from, period }: Target, series: Series, manner: Manner): Quantity {
  if (from === null) return { actual: null, start: 0n, through: null, missing: [{ code: 'first-year' }] };
  const readings = periodsBetween(from, period, lengthOf(period)).map((each) => readPeriod(series, each, manner));
  const values = readings.flatMap(({ value }) => (value === null ? [] : [value]));
  return {
    actual: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0n),
    start: 0n,
    through: readings.findLast(({ through }) => through !== null)?.through ?? null,
    missing: months(readings.flatMap(lacking)),
  };
}

function fromBase({ base, period }: Target, series: Series, manner: Manner): Quantity {
  const from = base?.period ?? yearBefore(period);
  const reading = readPeriod(series, from, manner);
  const start = base?.value ?? (isWhole(reading) ? reading.value : null);
  const now = whole(period, series, manner);
  return start === null
    ? { ...now, start, missing: [{ code: 'base', period: from }, ...now.missing] }
    : { ...now, start };
}

const months = (periods: readonly Period[]): Missing[] => (periods.length === 0 ? [] : [{ code: 'months', periods }]);
