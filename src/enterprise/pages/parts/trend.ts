import { periodsBetween } from '../../../kernel/index.ts';
import type { EnterpriseFiguresJson } from '../../contract.ts';
import type { FigureWords } from './figures.ts';

export type TrendLength = 'year' | 'month';

export interface TrendRow {
  readonly kind: FigureWords;
  /** One for each period; null where it was not told. */
  readonly values: readonly (number | null)[];
}

export interface Trend {
  /** Without gaps between the first and the last that were told. */
  readonly periods: readonly string[];
  readonly rows: readonly TrendRow[];
}

const most: Readonly<Record<TrendLength, number>> = { year: 10, month: 24 };

/** What was told of an enterprise by years or by months, in the order of the dictionary; figures never told are left out. */
export function trendOf(
  figures: readonly EnterpriseFiguresJson[],
  kinds: readonly FigureWords[],
  length: TrendLength,
): Trend {
  const told = figures
    .filter(({ period }) => (period.length === 4) === (length === 'year'))
    .toSorted((a, b) => (a.period < b.period ? -1 : 1));
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return { periods: [], rows: [] };
  const periods = periodsBetween(first.period, last.period, length).slice(-most[length]);
  const byPeriod = new Map(told.map((each) => [each.period, each.figures]));
  return {
    periods,
    rows: kinds
      .map((kind) => ({ kind, values: periods.map((period) => byPeriod.get(period)?.[kind.id] ?? null) }))
      .filter(({ values }) => values.some((value) => value !== null)),
  };
}
