import { expect, test } from 'vitest';
import { fraction } from '../number/fraction.ts';
import type { Known, Manner, Series } from '../time/known.ts';
import { ratioOf } from '../time/ratio.ts';
import { readPeriod } from '../time/reading.ts';
import { ratioChange } from './ratio-change.ts';

const yearly: Manner = { measures: 'flow', frequency: 'year', greatest: false };
const of = (year: string, above: number | null, below: number, basis = 'v1') => {
  const read = (value: number | null) => {
    const known: Known = { value: value === null ? null : BigInt(value), vintages: ['final'], basis };
    const series: Series = new Map([[year, known]]);
    return readPeriod(series, year, yearly);
  };
  return ratioOf(read(above), read(below), { times: 100, decimals: { above: 0, below: 0 } });
};

test('from 2.5 % to 3 % is half a percentage point, not a fifth', () => {
  const found = ratioChange(of('2026', 30, 1000), of('2025', 20, 800), null);
  expect(found).toMatchObject({ difference: fraction(1n, 2n), remarks: { above: [], below: [] } });
  expect(ratioChange(of('2026', 30, 1000), of('2025', 0, 800), null)).toMatchObject({
    ...{ difference: fraction(3n), remarks: { above: [], below: [] } },
  });
});

test('without one of the two nothing is said; other bases and restated sums are', () => {
  const none = ratioChange(of('2026', 30, 1000), of('2025', null, 800), null);
  expect([none.difference, none.remarks.above.map(({ code }) => code)]).toEqual([null, ['base-incomplete']]);
  expect(ratioChange(of('2026', 30, 1000), of('2025', 20, 0), null).difference).toBeNull();
  const found = ratioChange(of('2026', 30, 1000, 'v2'), of('2025', 20, 800), of('2025', 20, 900));
  expect(found.remarks.above.map(({ code }) => code)).toEqual(['basis-differs']);
  expect(found.remarks.below.map(({ code }) => code)).toEqual(['basis-differs', 'base-restated']);
});
