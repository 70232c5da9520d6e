import type { Period } from '../../../kernel/index.ts';
import { compareFractions, type Fraction, fraction } from '../number/fraction.ts';
import type { Pace } from '../pace/pace.ts';
import type { WarningLimits } from './limits.ts';
import type { Subject, Warning } from './model.ts';
import { lastRun } from './run.ts';

/** How a target stood at the end of a month. */
export interface Standing {
  readonly period: Period;
  readonly pace: Pick<Pace, 'light' | 'pace' | 'ahead'>;
}

/** The light of the last month is one that warns; the cause began when it came on. Months oldest first. */
export function warnOfPace(
  subject: Subject,
  months: readonly Standing[],
  { pace: limit }: WarningLimits,
): Warning | null {
  if (limit === null) return null;
  const run = lastRun(months, ({ pace: { light } }) => light !== null && limit.lights.includes(light));
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last?.pace.light == null) return null;
  const { light, pace, ahead } = last.pace;
  const evidence = { rule: 'pace', light, pace, ahead, months: run.length } as const;
  return { subject, since: first.period, period: last.period, evidence };
}

/** So many months in a row below what was expected. A month that cannot be told ends a streak. */
export function warnOfStreak(subject: Subject, months: readonly Standing[], { streak }: WarningLimits): Warning | null {
  if (streak === null) return null;
  const run = lastRun(months, ({ pace: { pace } }) => pace !== null && compareFractions(pace, fraction(1n)) < 0);
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined || run.length < streak.months) return null;
  const worst = run.flatMap(({ pace: { pace } }) => pace ?? []).reduce(lesser);
  const evidence = { rule: 'streak', months: run.length, limit: streak.months, worst } as const;
  return { subject, since: first.period, period: last.period, evidence };
}

const lesser = (a: Fraction, b: Fraction): Fraction => (compareFractions(b, a) < 0 ? b : a);
