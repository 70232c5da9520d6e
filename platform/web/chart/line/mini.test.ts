import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastOf, layoutMini, spanOf } from './mini.ts';

const cell = fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { freq: 4 });

test('a small line lies in its box, and its last value has a dot', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 30 }), fc.array(cell, { maxLength: 30 }), (values, target) => {
      const mini = layoutMini(values, target, spanOf([values, target]), [96, 24]);
      const places = [...`${mini.path}${mini.target}`.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      for (const [x = Number.NaN, y = Number.NaN] of [...places, ...mini.dots.map((dot) => [dot.x, dot.y])]) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(96);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(24);
      }
      expect(mini.dots.filter(({ last }) => last)).toHaveLength(lastOf(values) === null ? 0 : 1);
    }),
  );
});

test('a span holds 0 and every value; of nothing there is one all the same', () => {
  expect(spanOf([[3, null], [7]])).toEqual([0, 7]);
  expect(spanOf([[-3, Number.NaN]])).toEqual([-3, 0]);
  expect(spanOf([[null], []])).toEqual([0, 1]);
  expect(spanOf([[5e-324], []])).toEqual([0, 1]);
});

test('the last value is the newest that is known', () => {
  expect([lastOf([1, 0, null]), lastOf([null]), lastOf([])]).toEqual([0, null, null]);
});
