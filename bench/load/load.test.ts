import { expect, test } from 'vitest';
import { growthPerMinute, percentile, timesOf } from './figures.ts';

test('percentiles are times that were measured', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(timesOf(hundred)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, most: 100 });
  expect(timesOf([])).toEqual({ count: 0, p50: 0, p95: 0, p99: 0, most: 0 });
  expect([percentile([7], 0.95), percentile([1, 2], 0.5)]).toEqual([7, 1]);
});

test('growth is that of the second half, in a minute', () => {
  const steady = Array.from({ length: 20 }, (_, at): [number, number] => [at * 5, at < 10 ? at * 100 : 1000]);
  expect(growthPerMinute(steady)).toBeCloseTo(0);
  const leaking = Array.from({ length: 20 }, (_, at): [number, number] => [at * 5, at * 10]);
  expect(growthPerMinute(leaking)).toBeCloseTo(120);
  expect(growthPerMinute([[0, 5]])).toBe(0);
});
