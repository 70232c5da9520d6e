import { expect, test } from 'vitest';
import { diceOf } from '../testing/dice.ts';
import { isotonic, median, medianDeviation } from './robust.ts';

test('the median halves the values; its deviation bears nearly half of them going wild', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
  const dice = diceOf(4);
  const values = Array.from({ length: 4001 }, () => dice.normal());
  expect(medianDeviation(values)).toBeGreaterThan(0.95);
  expect(medianDeviation(values)).toBeLessThan(1.05);
  const wild = values.map((value, at) => (at % 5 === 0 ? 1e9 : value));
  expect(medianDeviation(wild)).toBeLessThan(1.5);
});

test('no sequence that never falls is nearer: the conditions of the projection hold', () => {
  const dice = diceOf(8);
  for (let round = 0; round < 500; round += 1) {
    const values = Array.from({ length: 1 + dice(12) }, () => dice(100));
    const fit = isotonic(values);
    expect(fit.every((value, at) => at === 0 || value >= (fit[at - 1] ?? 0) - 1e-9)).toBe(true);
    const square = (given: readonly number[]) =>
      given.reduce((sum, each, at) => sum + (each - (values[at] ?? 0)) ** 2, 0);
    for (let other = 0; other < 20; other += 1) {
      const rising = Array.from(values, () => dice(100)).toSorted((a, b) => a - b);
      // On the straight line to any other rising sequence the distance only grows.
      const near = fit.map((each, at) => each + ((rising[at] ?? 0) - each) * 0.01);
      expect(square(near)).toBeGreaterThanOrEqual(square(fit) - 1e-9);
    }
  }
});
