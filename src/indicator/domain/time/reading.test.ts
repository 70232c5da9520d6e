import { expect, test } from 'vitest';
import { containsPeriod, monthsOf, type Period, shifted, yearOf } from '../../../kernel/index.ts';
import { diceOf } from '../testing/dice.ts';
import { asKnown, type Known, type Manner, type Series } from './known.ts';
import { isWhole, lacking, readPeriod, readYearToDate } from './reading.ts';

const flow: Manner = { measures: 'flow', frequency: 'month', greatest: false };
const cumulative: Manner = { ...flow, measures: 'cumulative' };
const stock: Manner = { ...flow, measures: 'stock' };

const series = (values: Readonly<Record<Period, number | null>>, vintage: Known['vintages'] = ['final']): Series =>
  new Map(
    Object.entries(values).map(([period, value]) => [
      period,
      { value: value === null ? null : BigInt(value), vintages: vintage, basis: 'v1' },
    ]),
  );

test('the sum of flows says which months it lacks', () => {
  const some = series({ '2025-01': 10, '2025-03': 30, '2025-04': 0, '2025-05': null });
  expect(readPeriod(some, '2025', flow)).toMatchObject({
    ...{ value: 40n, through: '2025-04', asked: 12, known: 3, gaps: ['2025-02'] },
    ahead: monthsOf('2025').slice(4),
  });
  expect(readPeriod(some, '2025-Q1', flow)).toMatchObject({ value: 40n, known: 2, gaps: ['2025-02'], ahead: [] });
  expect(readPeriod(some, '2025-04', flow).value).toBe(0n);
  expect(readPeriod(some, '2025-05', flow)).toMatchObject({ value: null, through: null, ahead: ['2025-05'] });
});

test('a cumulative figure covers the months before it; a quarter needs the one before the quarter', () => {
  const some = series({ '2025-02': 30, '2025-05': 90, '2025-06': 100 });
  expect(readPeriod(some, '2025', cumulative)).toMatchObject({ value: 100n, through: '2025-06', known: 6, gaps: [] });
  expect(readPeriod(some, '2025-Q1', cumulative)).toMatchObject({ value: 30n, through: '2025-02', ahead: ['2025-03'] });
  expect(readPeriod(some, '2025-Q2', cumulative)).toMatchObject({ value: null, known: 0, gaps: ['2025-03'] });
  expect(readPeriod(some, '2025-06', cumulative)).toMatchObject({ value: 10n, gaps: [], known: 1 });
  // Statistics of January and February often come as one figure: February alone cannot be told.
  expect(readPeriod(some, '2025-02', cumulative)).toMatchObject({ value: null, gaps: ['2025-01'] });
  expect(readYearToDate(some, '2025-02', cumulative)).toMatchObject({ value: 30n, asked: 2, known: 2 });
});

test('the last stock, the greatest of a maximum', () => {
  const some = series({ '2025-01': 7, '2025-02': 9, '2025-05': 8 });
  expect(readPeriod(some, '2025', stock)).toMatchObject({ value: 8n, through: '2025-05', gaps: [] });
  expect(readYearToDate(some, '2025-03', stock)).toMatchObject({ value: 9n, through: '2025-02', ahead: ['2025-03'] });
  expect(readPeriod(some, '2025', { ...stock, greatest: true })).toMatchObject({
    ...{ value: 9n, gaps: ['2025-03', '2025-04'], known: 3 },
  });
});

test('what is reported by the quarter has years and quarters, and no months', () => {
  const byQuarter: Manner = { ...cumulative, frequency: 'quarter' };
  const some = series({ '2025-Q1': 10, '2025-Q2': 25 });
  expect(readPeriod(some, '2025-Q2', byQuarter)).toMatchObject({ value: 15n, asked: 1 });
  expect(readPeriod(some, '2025', byQuarter)).toMatchObject({ value: 25n, asked: 4, ahead: ['2025-Q3', '2025-Q4'] });
  expect(readPeriod(some, '2025-05', byQuarter)).toMatchObject({ value: null, asked: 0 });
});

test('vintages and bases of everything in it are named', () => {
  const mixed = new Map([...series({ '2025-01': 1 }), ...series({ '2025-02': 2 }, ['preliminary', 'revised'])]);
  expect(readPeriod(mixed, '2025-Q1', flow)).toMatchObject({
    ...{ vintages: ['preliminary', 'revised', 'final'], bases: ['v1'] },
  });
  expect(readPeriod(mixed, '2025-02', cumulative).vintages).toEqual(['preliminary', 'revised', 'final']);
});

test('a series as it was known at a moment', () => {
  const version = (value: number | null, savedAt: string) =>
    ({
      period: '2025-01',
      value: value === null ? null : BigInt(value),
      vintage: 'final',
      basis: null,
      savedAt,
    }) as const;
  const versions = [
    version(1, '2025-02-10T00:00:00Z'),
    version(null, '2025-04-01T00:00:00Z'),
    version(2, '2025-03-01T00:00:00Z'),
  ];
  const at = (moment: string) => asKnown(versions, moment).get('2025-01')?.value;
  expect([at('2025-02-09T00:00:00Z'), at('2025-02-10T00:00:00Z'), at('2025-03-31T00:00:00Z')]).toEqual([
    undefined,
    1n,
    2n,
  ]);
  expect(at('2026-01-01T00:00:00Z')).toBeNull();
});

test('whatever is missing, a value is the true sum of exactly the months it names', () => {
  const dice = diceOf(11);
  const all = [...monthsOf('2024'), ...monthsOf('2025')];
  for (let round = 0; round < 1500; round += 1) {
    const flows = new Map(all.map((month) => [month, BigInt(dice(2000) - (dice(5) === 0 ? 1500 : 0))]));
    const since = (month: Period): bigint =>
      all
        .filter((each) => yearOf(each) === yearOf(month) && each <= month)
        .reduce((sum, each) => sum + (flows.get(each) ?? 0n), 0n);
    const reported = all.filter(() => dice(4) > 0);
    const of = (value: (month: Period) => bigint): Series =>
      new Map(reported.map((month) => [month, { value: value(month), vintages: ['final'], basis: null }]));
    const period = dice.pick(['2024', '2025', '2025-Q1', '2025-Q3', '2024-Q4', '2025-01', '2025-08']);
    const within = all.filter((month) => containsPeriod(period, month));
    const last = within.filter((month) => reported.includes(month)).at(-1) ?? null;

    const byFlow = readPeriod(
      of((month) => flows.get(month) ?? 0n),
      period,
      flow,
    );
    const taken = within.filter((month) => reported.includes(month));
    expect(byFlow.value).toBe(
      taken.length === 0 ? null : taken.reduce((sum, month) => sum + (flows.get(month) ?? 0n), 0n),
    );
    expect(lacking(byFlow)).toEqual(within.filter((month) => !reported.includes(month)));
    expect(byFlow.known + lacking(byFlow).length).toBe(within.length);
    expect(isWhole(byFlow)).toBe(taken.length === within.length);

    const bySum = readPeriod(of(since), period, cumulative);
    const before = shifted(within[0] ?? period, -1);
    const needsBefore = yearOf(before) === yearOf(period);
    const canTell = last !== null && (!needsBefore || reported.includes(before));
    expect(bySum.through).toBe(last);
    expect(bySum.value !== null).toBe(canTell);
    if (last !== null && canTell) {
      const covered = within.filter((month) => month <= last);
      expect(bySum.value).toBe(covered.reduce((sum, month) => sum + (flows.get(month) ?? 0n), 0n));
      expect(bySum.known).toBe(covered.length);
      expect(readPeriod(of(since), period, stock).value).toBe(since(last));
    }
  }
});
