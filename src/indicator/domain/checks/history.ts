import { type Period, periodOf, shifted } from '../../../kernel/index.ts';
import type { Measures } from '../definition.ts';

/** A figure that was reported before; what was not, or was stated as none, is not in a history. */
export interface Past {
  readonly period: Period;
  readonly value: number;
}

/** What came in each period by itself: of cumulative figures the difference, where the one before it is known too. */
export function ownFigures(figures: readonly Past[], measures: Measures): ReadonlyMap<Period, number> {
  const known = new Map(figures.map(({ period, value }) => [period, value]));
  if (measures !== 'cumulative') return known;
  const own = new Map<Period, number>();
  for (const { period, value } of figures) {
    const before = shifted(period, -1);
    const isFirst = periodOf(before, 'year') !== periodOf(period, 'year');
    const last = isFirst ? 0 : known.get(before);
    if (last !== undefined) own.set(period, value - last);
  }
  return own;
}

/** Each figure with the one so many periods before it, where both are known. */
export function pairsOf(figures: ReadonlyMap<Period, number>, earlier: (period: Period) => Period): [number, number][] {
  return [...figures].flatMap(([period, value]): [number, number][] => {
    const before = figures.get(earlier(period));
    return before === undefined ? [] : [[before, value]];
  });
}
