import { expect, test } from 'vitest';
import type { Manner, Series } from './known.ts';
import { isWholeRatio, ratioOf } from './ratio.ts';
import { readPeriod } from './reading.ts';

const flow: Manner = { measures: 'flow', frequency: 'month', greatest: false };
const quarter = (...values: (number | null)[]) => {
  const series: Series = new Map(
    values.map((value, at) => [
      `2025-0${at + 1}`,
      { value: value === null ? null : BigInt(value), vintages: ['final'], basis: null },
    ]),
  );
  return readPeriod(series, '2025-Q1', flow);
};
const percent = { times: 100, decimals: { above: 2, below: 0 } };

test('a ratio of two sums is not the mean of ratios', () => {
  // 1.00 of 10, 2.00 of 10 and 9.00 of 30: 12 of 50.
  const ratio = ratioOf(quarter(100, 200, 900), quarter(10, 10, 30), percent);
  expect(ratio.value).toEqual({ n: 24n, d: 1n });
  expect(isWholeRatio(ratio)).toBe(true);
});

test('it cannot be told of unlike months, of nothing, and over 0', () => {
  expect(ratioOf(quarter(100, null, 900), quarter(10, 10, 30), percent).why).toEqual({
    ...{ code: 'months-differ', above: ['2025-02'], below: [] },
  });
  expect(ratioOf(quarter(null), quarter(10, 10, 30), percent).why).toEqual({ code: 'not-known' });
  expect(ratioOf(quarter(1, 1, 1), quarter(0, 0, 0), percent).why).toEqual({ code: 'divisor-zero' });
  const both = ratioOf(quarter(100, null, 900), quarter(10, null, 30), percent);
  expect([both.value, isWholeRatio(both)]).toEqual([{ n: 25n, d: 1n }, false]);
});
