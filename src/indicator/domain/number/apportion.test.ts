import { expect, test } from 'vitest';
import { diceOf } from '../testing/dice.ts';
import { apportion } from './apportion.ts';

test('the sum is exact, and every part is its share rounded down or up', () => {
  const dice = diceOf(2);
  for (let round = 0; round < 2000; round += 1) {
    const weights = [1n, ...Array.from({ length: dice(7) }, () => BigInt(dice(50)))];
    const total = BigInt(dice(1000) - 300) * (dice(10) === 0 ? 10n ** 20n : 1n);
    const all = weights.reduce((sum, weight) => sum + weight, 0n);
    const parts = apportion(total, weights);
    expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total);
    const size = total < 0n ? -total : total;
    const strays = parts.filter((part, at) => {
      const off = (part < 0n ? -part : part) * all - (weights[at] ?? 0n) * size;
      return off <= -all || off >= all;
    });
    expect(strays).toEqual([]);
    // No other division of the rest is nearer to the exact shares in sum of squares: try moving one unit.
    const far = (given: readonly bigint[]) =>
      given.reduce((sum, part, at) => sum + (part * all - (weights[at] ?? 0n) * total) ** 2n, 0n);
    const from = dice(parts.length);
    const to = dice(parts.length);
    const moved = parts.map((part, at) => part - (at === from ? 1n : 0n) + (at === to ? 1n : 0n));
    expect(far(moved) >= far(parts)).toBe(true);
  }
});

test('equal remainders go to the earlier; what has no weight gets nothing', () => {
  expect(apportion(5n, [1n, 0n, 1n, 1n])).toEqual([2n, 0n, 2n, 1n]);
  expect(apportion(-5n, [1n, 1n])).toEqual([-3n, -2n]);
  expect(() => apportion(5n, [0n])).toThrow(RangeError);
  expect(() => apportion(5n, [2n, -1n])).toThrow(RangeError);
});
