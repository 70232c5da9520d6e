import { expect, test } from 'vitest';
import { monthsOf } from '../../../kernel/index.ts';
import { approximately, fraction } from '../number/fraction.ts';
import { diceOf } from '../testing/dice.ts';
import type { Known, Manner, Series } from '../time/known.ts';
import { onLastPeriod, toDate, yearlyAverage, yearOnYear } from './growth.ts';
import { yearlyRate } from './yearly-rate.ts';

const manner: Manner = { measures: 'cumulative', frequency: 'month', greatest: false };
const flow: Manner = { ...manner, measures: 'flow' };
const yearly: Manner = { ...flow, frequency: 'year' };
const known = (value: number, more: Partial<Known> = {}): Known => ({
  ...{ value: BigInt(value), vintages: ['final'], basis: 'v1' },
  ...more,
});
const series = (values: Readonly<Record<string, Known>>): Series => new Map(Object.entries(values));

test('a rate names figure, base, their periods, bases and vintages', () => {
  const some = series({ '2025-03': known(200), '2026-03': known(230, { vintages: ['preliminary'] }) });
  const found = toDate(some, '2026-03', { manner });
  expect(found).toMatchObject({ kind: 'to-date', difference: 30n, rate: { n: 3n, d: 20n }, remarks: [] });
  expect(found.base).toMatchObject({ period: '2025', through: '2025-03', bases: ['v1'], vintages: ['final'] });
  expect(found.figure.vintages).toEqual(['preliminary']);
});

test('without a whole figure or base there is no rate, and what lacks is named', () => {
  const some = series({ '2025-01': known(5), '2025-02': known(7), '2026-01': known(6), '2026-02': known(8) });
  const year = yearOnYear(some, '2026', { manner: flow });
  expect(year).toMatchObject({ rate: null, difference: null });
  expect(year.remarks).toEqual([
    { code: 'figure-incomplete', months: monthsOf('2026').slice(2) },
    { code: 'base-incomplete', months: monthsOf('2025').slice(2) },
  ]);
  expect(toDate(some, '2026-02', { manner: flow }).rate).toEqual(fraction(2n, 12n));
});

test('against nothing, or less than nothing, there is no rate', () => {
  const of = (base: number, figure: number) =>
    yearOnYear(series({ '2025': known(base), '2026': known(figure) }), '2026', { manner: yearly });
  expect(of(0, 9)).toMatchObject({ rate: null, difference: 9n, remarks: [{ code: 'base-zero' }] });
  expect(of(-4, 9)).toMatchObject({ rate: null, difference: 13n, remarks: [{ code: 'base-negative', given: -4n }] });
  expect(of(10, -5)).toMatchObject({ rate: { n: -3n, d: 2n }, remarks: [{ code: 'figure-negative', given: -5n }] });
});

test('a change of basis, a restated base and mixed vintages are said', () => {
  const now = series({
    ...{ '2025-01': known(50), '2025-02': known(60, { vintages: ['revised'] }) },
    ...{ '2026-01': known(66, { basis: 'v2' }), '2026-02': known(66, { basis: 'v2' }) },
  });
  const earlier = series({ '2025-01': known(50), '2025-02': known(70, { vintages: ['preliminary'] }) });
  expect(toDate(now, '2026-02', { manner: flow, earlier }).remarks).toEqual([
    { code: 'basis-differs', figure: ['v2'], base: ['v1'] },
    {
      ...{ code: 'base-restated', before: 120n, now: 110n, vintages: ['preliminary', 'final'] },
      rate: fraction(12n, 120n),
    },
    { code: 'mixed-vintages', of: 'base', vintages: ['revised', 'final'] },
  ]);
  expect(toDate(now, '2026-02', { manner: flow, earlier: now }).remarks.map(({ code }) => code)).not.toContain(
    'base-restated',
  );
});

test('on the last period: over the turn of the year, and of quarters', () => {
  const some = series({
    ...{ '2025-09': known(60), '2025-11': known(90), '2025-12': known(100) },
    ...{ '2026-01': known(12), '2026-03': known(44) },
  });
  expect(onLastPeriod(some, '2026-01', { manner })).toMatchObject({ rate: fraction(2n, 10n), base: { value: 10n } });
  expect(onLastPeriod(some, '2026-Q1', { manner })).toMatchObject({ rate: fraction(4n, 40n), base: { value: 40n } });
});

test('an average over years is a root, rounded exactly', () => {
  const some = series({ '2023': known(22_000), '2025': known(25_661), '2026': known(-1) });
  const found = yearlyAverage(some, '2023', '2025', { manner: yearly });
  expect(found).toMatchObject({ years: 2, rate: fraction(3661n, 22_000n) });
  expect(yearlyRate(found.rate ?? fraction(0n), 2, 10_000)).toBe(800n);
  expect(yearlyAverage(some, '2023', '2026', { manner: yearly }).rate).toBeNull();
  expect(() => yearlyAverage(some, '2025', '2025', { manner: yearly })).toThrow(RangeError);
});

test('the root agrees with logarithms, and with its definition on the border', () => {
  const dice = diceOf(3);
  for (let round = 0; round < 3000; round += 1) {
    const years = 1 + dice(6);
    const total = fraction(BigInt(dice(5000) - 900), BigInt(901 + dice(500)));
    const exact = ((1 + approximately(total)) ** (1 / years) - 1) * 10_000;
    const rounded = Number(yearlyRate(total, years, 10_000));
    expect(Math.abs(rounded - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
  }
  // 1.00005² exactly: the half is rounded up.
  expect(yearlyRate(fraction(100_005n ** 2n - 100_000n ** 2n, 100_000n ** 2n), 2, 10_000)).toBe(1n);
  expect(yearlyRate(fraction(-1n), 3, 100)).toBe(-100n);
  expect(yearlyRate(fraction(-2n), 3, 100)).toBeNull();
});
