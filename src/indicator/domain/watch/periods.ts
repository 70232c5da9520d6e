import { type Period, type PeriodLength, periodOf, periodsBetween, shifted, yearOf } from '../../../kernel/index.ts';

/** The last period of a length before the one that a day lies in: in November October, the third quarter, last year. */
export const lastOver = (day: string, length: PeriodLength): Period => shifted(periodOf(day.slice(0, 7), length), -1);

/** The periods of a length from so many years before up to one: what a path through the year is learned from. */
export const withPastYears = (asOf: Period, years: number, length: PeriodLength): Period[] =>
  periodsBetween(String(yearOf(asOf) - years).padStart(4, '0'), periodOf(asOf, length), length);

/** The last so many periods up to one, oldest first. */
export const lastOnes = (until: Period, count: number): Period[] =>
  Array.from({ length: count }, (_, at) => shifted(until, at + 1 - count));
