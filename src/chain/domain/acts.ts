import { type Day, firstDay, lastDay, type Period } from '../../kernel/index.ts';
import type { ActNorm, ChainAct } from './model.ts';

/** done: as often as wanted; missing: the time is over and it was not; now: the time runs; ahead: it has not begun. */
export type ActState = 'done' | 'missing' | 'now' | 'ahead';

export interface ActsOfPeriod {
  readonly period: Period;
  readonly held: number;
  readonly state: ActState;
}

export interface ActsOfNorm {
  readonly norm: ActNorm;
  readonly periods: readonly ActsOfPeriod[];
}

const quarters = ['Q1', 'Q2', 'Q3', 'Q4'] as const;

function periodsOf(year: number, every: ActNorm['every']): Period[] {
  if (every === 'year') return [String(year)];
  if (every === 'quarter') return quarters.map((quarter) => `${year}-${quarter}`);
  return Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
}

/** For each norm and each of its periods in a year, how often it was done by a day, and whether that is enough. */
export function actsOfYear(
  norms: readonly ActNorm[],
  acts: readonly ChainAct[],
  year: number,
  today: Day,
): readonly ActsOfNorm[] {
  const counting = acts.filter(({ struck, on }) => struck === null && on <= today);
  return norms.map((norm) => ({
    norm,
    periods: periodsOf(year, norm.every).map((period) => {
      const [first, last] = [firstDay(period), lastDay(period)];
      const held = counting.filter(({ kind, on }) => kind === norm.id && on >= first && on <= last).length;
      return { period, held, state: stateOf(held >= norm.times, first, last, today) };
    }),
  }));
}

function stateOf(enough: boolean, first: Day, last: Day, today: Day): ActState {
  if (enough) return 'done';
  if (today < first) return 'ahead';
  return today > last ? 'missing' : 'now';
}
