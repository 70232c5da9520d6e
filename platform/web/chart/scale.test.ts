import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentOf, ticksTo } from './scale.ts';

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
