import { expect, test } from 'vitest';
import { median } from '../number/robust.ts';
import { type PastYear, type Path, pathOf } from '../pace/path.ts';
import { type Dice, diceOf } from '../testing/dice.ts';
import { forecastYear } from './forecast.ts';
import { type Level, studentQuantile } from './student.ts';

const season = [3, 4, 8, 8, 9, 10, 8, 8, 9, 9, 10, 14];

/** A year whose months stray from the season by chance, one year larger than another. */
function randomYear(dice: Dice, at: number, spread: number): PastYear {
  const size = 1_000_000 * Math.exp(0.3 * dice.normal());
  let sum = 0n;
  const byStep = season.map((share) => {
    sum += BigInt(Math.round(size * share * Math.exp(spread * dice.normal())));
    return sum;
  });
  return { year: `${2000 + at}`, byStep, total: sum };
}

/** How often of 2,000 the interval held the end of a year that it had not seen. */
function coverage(years: number, step: number, level: Level, seed: number): number {
  const dice = diceOf(seed);
  let held = 0;
  for (let round = 0; round < 2000; round += 1) {
    const all = Array.from({ length: years + 1 }, (_, at) => randomYear(dice, at, 0.2));
    const [now, ...past] = all;
    const found = forecastYear(now?.byStep[step] ?? 0n, step, pathOf(past, 12, true), { level, rises: true });
    if (found?.low == null || found.high === null || now === undefined) throw new Error('no interval');
    if (now.total >= found.low && now.total <= found.high) held += 1;
  }
  return held / 2000;
}

test.each([
  [2, 5],
  [3, 2],
  [4, 8],
  [6, 5],
])('with %i past years, after step %i, the interval holds as often as it says', (years, step) => {
  // Three standard errors of 2,000 draws, and a little for a sum of months not being exactly lognormal.
  expect(Math.abs(coverage(years, step, 80, 40 + years) - 0.8)).toBeLessThan(0.035);
  expect(Math.abs(coverage(years, step, 90, 80 + years) - 0.9)).toBeLessThan(0.03);
});

test('more years and more months make it narrower', () => {
  const dice = diceOf(6);
  const width = (years: number, step: number): number => {
    const widths = Array.from({ length: 200 }, () => {
      const [now, ...past] = Array.from({ length: 1 + years }, (_, at) => randomYear(dice, at, 0.2));
      const sofar = now?.byStep[step] ?? 0n;
      const found = forecastYear(sofar, step, pathOf(past, 12, true), { level: 80, rises: true });
      return Number((found?.high ?? 0n) - (found?.low ?? 0n)) / Number(sofar);
    });
    return median(widths);
  };
  expect(width(8, 5)).toBeLessThan(width(2, 5) / 1.5);
  expect(width(8, 10)).toBeLessThan(width(8, 1) / 3);
});

const flat = (kind: Path['kind'], years: readonly PastYear[] = []): Path => ({ ...pathOf([], 12, true), kind, years });

test('what it cannot know it does not say', () => {
  const options = { level: 80, rises: true } as const;
  expect(forecastYear(600n, 5, flat('linear'), options)).toEqual({
    ...{ method: 'line', value: 1200n, low: null, high: null, level: 80, years: [] },
  });
  expect(forecastYear(900n, 11, flat('linear'), options)).toMatchObject({ method: 'over', low: 900n, high: 900n });
  const late = { ...flat('linear'), shares: [0, ...flat('linear').shares.slice(1)] };
  expect(forecastYear(0n, 0, late, options)).toBeNull();
  expect(() => forecastYear(1n, 12, flat('linear'), options)).toThrow(RangeError);
  const empty: PastYear = { year: '2024', byStep: Array<bigint>(12).fill(0n), total: 5n };
  expect(forecastYear(600n, 5, flat('seasonal', [empty, empty]), options)).toMatchObject({ low: null, years: [] });
});

test('it never ends below what cannot go again, and the value lies in the interval', () => {
  const dice = diceOf(77);
  for (let round = 0; round < 500; round += 1) {
    const past = Array.from({ length: 2 + dice(5) }, (_, at) => randomYear(dice, at, 0.8));
    const step = dice(11);
    const sofar = BigInt(dice(1_000_000));
    const found = forecastYear(sofar, step, pathOf(past, 12, true), { level: 90, rises: true });
    expect(found?.low).not.toBeNull();
    if (found?.low == null || found.high === null) continue;
    expect(found.low >= sofar && found.low <= found.value && found.value <= found.high).toBe(true);
  }
});

test('quantiles fall with the degrees of freedom, towards those of the normal distribution', () => {
  for (const [level, normal] of [
    [80, 1.2816],
    [90, 1.6449],
  ] as const) {
    const all = Array.from({ length: 25 }, (_, at) => studentQuantile(level, at + 1));
    expect(all.every((each, at) => each > normal && (at === 0 || each <= (all[at - 1] ?? 0)))).toBe(true);
  }
  // With one degree of freedom it is the tangent.
  expect(studentQuantile(80, 1)).toBeCloseTo(Math.tan(Math.PI * 0.4), 3);
  expect(studentQuantile(90, 1)).toBeCloseTo(Math.tan(Math.PI * 0.45), 3);
  expect(() => studentQuantile(80, 0)).toThrow(RangeError);
});
