import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linear, percentOf, ticksBetween, ticksTo } from './scale.ts';

test.each<[number, number[]]>([
  [0, [0, 1]],
  [7, [0, 2, 4, 6, 8]],
  [10, [0, 5, 10]],
  [950_000, [0, 500_000, 1_000_000]],
  [3, [0, 1, 2, 3]],
])('lines up to %d stand at %j', (most, expected) => {
  expect(ticksTo(most)).toEqual(expected);
});

test('the last line is never below the greatest figure, and there are few', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000_000 }), (most) => {
      const ticks = ticksTo(most);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
      expect(ticks.length).toBeLessThanOrEqual(6);
    }),
  );
});

test('parts of nothing are nothing', () => {
  expect([percentOf(1, 3), percentOf(5, 0), percentOf(-4, 8), percentOf(8, 8)]).toEqual([33.33, 0, 0, 100]);
});

test.each<[number, number, number[]]>([
  [0, 7, [0, 2, 4, 6, 8]],
  [-3, 7, [-5, 0, 5, 10]],
  [-0.3, 0.1, [-0.3, -0.2, -0.1, 0, 0.1]],
  [95, 98, [95, 96, 97, 98]],
  [5, 5, [4, 6, 8, 10]],
  [0, 0, [0, 0.5, 1]],
  [-8, -8, [-8, -6, -4, -2, 0]],
  [Number.NaN, Number.POSITIVE_INFINITY, [0, 0.5, 1]],
])('lines from %d to %d stand at %j', (low, high, expected) => {
  expect(ticksBetween(low, high)).toEqual(expected);
});

test('lines enclose the figures, rise evenly, meet 0 where it is between, and are few', () => {
  const figure = fc
    .double({ noNaN: true })
    .map((value) => (Math.abs(value) > 1e-100 ? Math.min(1e100, Math.max(-1e100, value)) : 0));
  fc.assert(
    fc.property(figure, figure, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const ticks = ticksBetween(low, high);
      // Figures that differ by less than a millionth are as good as the same.
      const little = ((ticks.at(-1) ?? 0) - (ticks[0] ?? 0)) * 1e-5;
      expect(ticks[0]).toBeLessThanOrEqual(low + little);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - little);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(7);
      for (const [at, tick] of ticks.slice(1).entries()) expect(tick).toBeGreaterThan(ticks[at] ?? 0);
      if (low < 0 && high > 0) expect(ticks).toContain(0);
    }),
  );
});

test('a span of nothing lies at the beginning of its lengths', () => {
  expect(linear([0, 10], [100, 0])(2.5)).toBe(75);
  expect(linear([3, 3], [20, 40])(3)).toBe(20);
});
