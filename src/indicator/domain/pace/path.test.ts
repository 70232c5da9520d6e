import { expect, test } from 'vitest';
import { monthsOf, type Period } from '../../../kernel/index.ts';
import { diceOf } from '../testing/dice.ts';
import type { Manner, Series } from '../time/known.ts';
import { type PastYear, pastYears, pathOf } from './path.ts';

const manner: Manner = { measures: 'flow', frequency: 'month', greatest: false };
const season = [3, 4, 8, 8, 9, 10, 8, 8, 9, 9, 10, 14];
const flows = (years: Readonly<Record<Period, readonly number[]>>): Series =>
  new Map(
    Object.entries(years).flatMap(([year, values]) =>
      monthsOf(year).flatMap((month, at) => {
        const value = values[at];
        return value === undefined
          ? []
          : [[month, { value: BigInt(value), vintages: ['final'], basis: null }] as const];
      }),
    ),
  );
const times = (by: number): number[] => season.map((share) => share * by);
const sums = (values: readonly number[]) =>
  values.map((_, at) => values.slice(0, at + 1).reduce((sum, each) => sum + each, 0));

test('the share of each month is learned, whatever the size of the years', () => {
  const years = pastYears(
    flows({ '2022': times(7), '2023': times(900), '2024': times(1).slice(0, 9), '2025': times(11) }),
    '2026',
    manner,
  );
  expect(years.map(({ year }) => year)).toEqual(['2025', '2023', '2022']);
  const path = pathOf(years, 12, true);
  expect(path).toMatchObject({ kind: 'seasonal', between: [] });
  expect(path.shares).toEqual(sums(season).map((share) => share * 10_000));
  expect(pastYears(flows({ '2025': times(2), '2026': times(1), '2027': times(1) }), '2026', manner)).toHaveLength(1);
  expect(pastYears(flows({ '2023': times(2), '2024': times(1), '2025': times(1) }), '2026', manner, 2)).toHaveLength(2);
});

test('fewer than two years give a straight line', () => {
  const path = pathOf(pastYears(flows({ '2025': times(7) }), '2026', manner), 12, true);
  expect(path.kind).toBe('linear');
  expect([path.shares[0], path.shares[5], path.shares[11]]).toEqual([83_333, 500_000, 1_000_000]);
  expect(pathOf(pastYears(flows({ '2024': times(0), '2025': times(-1) }), '2026', manner), 12, true).kind).toBe(
    'linear',
  );
});

test('one odd year among several moves the path by nothing', () => {
  const odd = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500];
  const series = flows({ '2022': times(7), '2023': times(9), '2024': odd, '2025': times(11) });
  const path = pathOf(pastYears(series, '2026', manner), 12, true);
  const bare = pathOf(
    pastYears(flows({ '2022': times(7), '2023': times(9), '2025': times(11) }), '2026', manner),
    12,
    true,
  );
  expect(path.shares).toEqual(bare.shares);
});

test('January that comes only together with February lies between 0 and February', () => {
  const cumulative = { ...manner, measures: 'cumulative' } as const;
  const series = flows({ '2024': sums(times(5)), '2025': sums(times(6)) });
  const without = new Map([...series].filter(([month]) => !month.endsWith('-01')));
  const path = pathOf(pastYears(without, '2026', cumulative), 12, true);
  expect(path.between).toEqual([0]);
  expect(path.shares.slice(0, 3)).toEqual([35_000, 70_000, 150_000]);
});

test('a month that only one year knows lies between its neighbours too', () => {
  const cumulative = { ...manner, measures: 'cumulative' } as const;
  const series = flows({ '2024': sums(times(5)), '2025': sums(times(6)) });
  const without = new Map([...series].filter(([month]) => month !== '2024-06'));
  const path = pathOf(pastYears(without, '2026', cumulative), 12, true);
  expect(path.between).toEqual([5]);
  // Half way from May, 32 %, to July, 50 %.
  expect(path.shares[5]).toBe(410_000);
});

test('of a stock the path is that of its increase', () => {
  const stock = { ...manner, measures: 'stock' } as const;
  const at = (from: number, by: number) => sums(season).map((share) => from + share * by);
  const series = flows({ '2023': at(0, 3), '2024': at(300, 2), '2025': at(500, 1) });
  const years = pastYears(series, '2026', stock);
  expect(years.map(({ year, total }) => [year, total])).toEqual([
    ['2025', 100n],
    ['2024', 200n],
  ]);
  expect(pathOf(years, 12, false).shares[2]).toBe(150_000);
});

test('a path of what cannot go again never falls and ends at the whole', () => {
  const dice = diceOf(12);
  for (let round = 0; round < 500; round += 1) {
    const years = Array.from({ length: 2 + dice(5) }, (_, at): PastYear => {
      const byStep = sums(Array.from({ length: 12 }, () => dice(50) - 5)).map((sum, step) =>
        step < 11 && dice(6) === 0 ? null : BigInt(sum),
      );
      const total = (byStep[11] ?? 0n) > 0n ? (byStep[11] ?? 1n) : 1n;
      return { year: `${2000 + at}`, byStep: [...byStep.slice(0, 11), total], total };
    });
    const { shares } = pathOf(years, 12, true);
    expect(shares).toHaveLength(12);
    expect(shares[11]).toBe(1_000_000);
    expect(shares.filter((share, at) => share < (shares[at - 1] ?? 0) || share > 1_000_000)).toEqual([]);
  }
});
