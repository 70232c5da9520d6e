import { fraction, over } from '../number/fraction.ts';
import type { Verdict } from '../target/verdict.ts';
import { type LightLimits, lightOf } from './light.ts';
import type { Pace } from './pace.ts';

/**
 * The pace of a ratio: it is to be where it should end all the year through, so that actual ÷ goal is its pace, of a ceiling
 * goal ÷ actual. There is no season in it and no way that grows.
 */
export function paceOfRatio(verdict: Verdict, limits: LightLimits): Pace {
  const { actual, goal, through, sense } = verdict;
  const none = {
    through,
    expected: null,
    expectedFigure: null,
    ahead: null,
    pace: null,
    path: 'linear',
    limit: null,
  } as const;
  if (actual === null) return { ...none, light: null, because: 'nothing-reported' };
  if (goal === null) return { ...none, light: null, because: 'goal-unknown' };
  const due = fraction(verdict.bounds?.low ?? verdict.bounds?.high ?? 0n);
  const expectedFigure = due.n;
  const found = { ...none, expected: fraction(1n), expectedFigure, ahead: actual - expectedFigure };
  if (verdict.gap === 0n) return { ...found, light: 'green', because: verdict.state === 'met' ? 'met' : 'pace' };
  const [upper, lower] = sense === 'ceiling' ? [due, fraction(actual)] : [fraction(actual), due];
  if (verdict.state === 'not-met' || lower.n <= 0n)
    return { ...found, light: 'red', because: verdict.state === 'not-met' ? 'not-met' : 'pace' };
  const pace = over(upper, lower);
  return { ...found, pace, ...lightOf(pace, fraction(1n), limits) };
}
