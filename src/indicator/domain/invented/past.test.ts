import { expect, test } from 'vitest';
import type { Definition } from '../definition.ts';
import { inventedFigures } from './past.ts';

const definition = (id: string, decimals: number): Definition => ({
  ...{ id, name: id, unit: '万元', decimals, of: { kind: 'sum' }, measures: 'cumulative', direction: 'up' },
  ...{ frequency: 'month', bases: [], source: null, low: null, high: null },
});
const definitions = new Map(
  [definition('revenue', 2), definition('staff', 0), definition('revenue-year', 2)].map((each) => [each.id, each]),
);
const past = { year: 2024, from: 2023, season: [66, 55, 83, 82, 85, 91, 82, 83, 90, 92, 92, 99] };
const firm = { id: '91', unit: 'u', chain: 'c', revenue: 10_000, growth: 10, margin: 6, staff: 100, since: 2024 };
const of = (until: string) => inventedFigures(firm, past, definitions, until);
const values = (indicatorId: string, until: string) =>
  of(until).flatMap(({ key, value }) => (key.indicatorId === indicatorId ? [[key.period, value] as const] : []));

test('cumulative figures grow within a year, begin anew in January and end as the whole year', () => {
  const months = values('revenue', '2025-12');
  expect(months).toHaveLength(24);
  for (const [at, [period, value]] of months.entries())
    if (!period.endsWith('-01')) expect(value).toBeGreaterThan(months[at - 1]?.[1] ?? 0);
  expect(months[12]?.[1]).toBeLessThan(months[11]?.[1] ?? 0);
  expect(values('revenue-year', '2025-12')).toEqual([
    ['2024', months[11]?.[1]],
    ['2025', months[23]?.[1]],
  ]);
});

test('a year comes near to what the pack says, and grows as it says', () => {
  const [[, first] = ['', 0], [, second] = ['', 0]] = values('revenue-year', '2025-12');
  expect(Math.abs(first / 100 - 10_000)).toBeLessThan(700);
  expect(second / first).toBeGreaterThan(1.02);
  expect(second / first).toBeLessThan(1.18);
});

test('it is the same each time, ends where it is told to, and knows no indicator that is not defined', () => {
  expect(of('2025-03')).toEqual(of('2025-03'));
  expect(values('revenue', '2025-03').at(-1)?.[0]).toBe('2025-03');
  expect(of('2025-12').slice(0, of('2025-03').length)).toEqual(of('2025-03'));
  expect(of('2023-12')).toEqual([]);
  expect(new Set(of('2025-12').map(({ key }) => key.indicatorId))).toEqual(
    new Set(['revenue', 'staff', 'revenue-year']),
  );
});
