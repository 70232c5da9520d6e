import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classOf, groundOf, heatClass, heatGrounds, quantileBreaks } from './heat.ts';

test('a value on a break belongs above it; no value has no class', () => {
  expect([9, 10, 19.9, 20, 99].map((value) => classOf(value, [10, 20]))).toEqual([0, 1, 1, 2, 2]);
  expect([null, Number.NaN].map((value) => classOf(value, [10]))).toEqual([null, null]);
  expect(heatClass(null, [10])).toBe('jw-heat jw-heat-none');
  expect([0, 10, 20].map((value) => heatClass(value, [10, 20]))).toEqual([
    'jw-heat jw-heat-0',
    'jw-heat jw-heat-2',
    'jw-heat jw-heat-4',
  ]);
});

test('grounds rise with classes and stay within what there is', () => {
  for (let classes = 1; classes <= 8; classes++) {
    const grounds = Array.from({ length: classes }, (_, at) => groundOf(at, classes));
    expect(grounds).toEqual([...grounds].sort((a, b) => a - b));
    if (classes <= heatGrounds) expect(new Set(grounds).size).toBe(classes);
    expect(Math.max(...grounds)).toBeLessThan(heatGrounds);
  }
});

test('different values come in about equal numbers, equal ones are not parted', () => {
  const values = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 10, maxLength: 80 });
  fc.assert(
    fc.property(values, fc.integer({ min: 2, max: 5 }), (given, classes) => {
      const breaks = quantileBreaks(given, classes);
      expect(breaks).toHaveLength(classes - 1);
      const counts = Array.from(
        { length: classes },
        (_, at) => given.filter((value) => classOf(value, breaks) === at).length,
      );
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
  );
  expect(quantileBreaks([3, 3, 3])).toEqual([]);
  expect(quantileBreaks([])).toEqual([]);
  expect(quantileBreaks([1, 1, 1, 1, 9])).toEqual([9]);
});
