import { expect, test } from 'vitest';
import type { EnterpriseFiguresJson } from '../../contract.ts';
import { type FigureWords, fenOf, figureOf, figureText, growthText, yearsOf } from './figures.ts';
import { trendOf } from './trend.ts';

const kind = (id: string, unit: string, decimals: number): FigureWords => ({
  ...{ id, name: id, unit, decimals, least: null, most: null },
  period: 'both',
});
const kinds = [kind('revenue', '万元', 4), kind('employees', '人', 0), kind('land_mu', '亩', 2)];
const told = (period: string, figures: Record<string, number>): EnterpriseFiguresJson => ({
  ...{ period, figures, revision: 1, vintage: 'reported', source: '年报', by: '某人' },
  at: '2026-01-01T00:00:00Z',
});

test('years stand without gaps, months apart from years, and figures never told are left out', () => {
  const figures = [
    told('2025', { revenue: 20_000, employees: 120 }),
    told('2023', { revenue: 10_000 }),
    told('2025-03', { revenue: 900 }),
  ];
  expect(trendOf(figures, kinds, 'year')).toEqual({
    periods: ['2023', '2024', '2025'],
    rows: [
      { kind: kinds[0], values: [10_000, null, 20_000] },
      { kind: kinds[1], values: [null, null, 120] },
    ],
  });
  expect(trendOf(figures, kinds, 'month').periods).toEqual(['2025-03']);
  expect(trendOf([], kinds, 'year')).toEqual({ periods: [], rows: [] });
  expect(yearsOf(figures)).toEqual(['2023', '2025']);
  expect(figureOf(figures, '2023', 'revenue')).toBe(10_000);
  expect(figureOf(figures, '2024', 'revenue')).toBeNull();
});

test('at most the last ten years and two years of months are drawn', () => {
  const years = Array.from({ length: 15 }, (_, at) => told(String(2011 + at), { revenue: at }));
  expect(trendOf(years, kinds, 'year').periods).toEqual([
    ...['2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025'],
  ]);
});

test('a figure is written at its decimals with its unit; money is whole fen', () => {
  expect(figureText(123_456_789, { unit: '万元', decimals: 4 })).toBe('12,345.68 万元');
  expect(figureText(1250, { unit: '亩', decimals: 2 })).toBe('12.5 亩');
  expect(fenOf(10_000, { unit: '万元', decimals: 4 })).toBe(1_000_000);
  expect(fenOf(12, { unit: '人', decimals: 0 })).toBeNull();
});

test('growth is told from something that was above nothing', () => {
  expect(growthText(100, 112.34)).toBe('+12.3%');
  expect(growthText(200, 150)).toBe('-25.0%');
  expect([growthText(0, 5), growthText(-3, 5), growthText(null, 5), growthText(5, undefined)]).toEqual([
    ...[null, null, null, null],
  ]);
});
