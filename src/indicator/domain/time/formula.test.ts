import { expect, test } from 'vitest';
import { monthsOf } from '../../../kernel/index.ts';
import { diceOf } from '../testing/dice.ts';
import { formulaSeries } from './formula.ts';
import type { Known, Manner, Series } from './known.ts';
import { readPeriod } from './reading.ts';

const known = (value: number | null, more: Partial<Known> = {}): Known => ({
  ...{ value: value === null ? null : BigInt(value), vintages: ['final'], basis: 'v1' },
  ...more,
});

test('what lacks a term is not in it', () => {
  const income: Series = new Map([
    ['2025-01', known(9)],
    ['2025-02', known(8)],
    ['2025-03', known(7)],
  ]);
  const cost: Series = new Map([
    ['2025-01', known(4, { vintages: ['preliminary'] })],
    ['2025-02', known(null)],
    ['2025-04', known(1)],
  ]);
  const profit = formulaSeries([
    { times: 1, series: income },
    { times: -1, series: cost },
  ]);
  expect([...profit]).toEqual([['2025-01', { value: 5n, vintages: ['preliminary', 'final'], basis: 'v1' }]]);
  const other = new Map([['2025-01', known(1, { basis: 'v2' })]]);
  expect(
    formulaSeries([
      { times: 1, series: income },
      { times: 1, series: other },
    ]).get('2025-01')?.basis,
  ).toBeNull();
  expect(formulaSeries([]).size).toBe(0);
});

test('the formula of the sums is the sum of the formula, for flows and for sums since January', () => {
  const dice = diceOf(91);
  for (const measures of ['flow', 'cumulative'] as const) {
    const manner: Manner = { measures, frequency: 'month', greatest: false };
    for (let round = 0; round < 300; round += 1) {
      const months = monthsOf('2025').filter(() => dice(5) > 0);
      const terms = Array.from({ length: 1 + dice(4) }, () => ({
        times: dice.pick([1, -1] as const),
        series: new Map(months.map((month) => [month, known(dice(1000) - 200)])),
      }));
      const period = dice.pick(['2025', '2025-Q1', '2025-Q3', '2025-06']);
      const parts = terms.map(({ times, series }) => ({ times, value: readPeriod(series, period, manner).value }));
      const sum = parts.reduce<bigint | null>(
        (all, { times, value }) => (all === null || value === null ? null : all + BigInt(times) * value),
        0n,
      );
      expect(readPeriod(formulaSeries(terms), period, manner).value).toBe(sum);
    }
  }
});
