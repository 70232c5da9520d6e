import { describe, expect, it } from 'vitest';
import { type Fact, FactTable } from '../../../policy/domain/index.ts';
import { factMakers, yearsSince } from './derive.ts';
import type { Registered, SourceRule } from './sources.ts';

const number = (id: string, scale: number, written: string, decimals: number): Fact => ({
  ...{ type: 'number', id, name: id, from: '', written, unit: {}, perUnit: 1, scale, decimals, low: -1e12, high: 1e12 },
});
const flag = (id: string): Fact => ({ type: 'flag', id, name: id, from: '' });
const rules: SourceRule[] = [
  { fact: 'revenue', figure: 'revenue', back: 0, years: 1 },
  { fact: 'revenue_prev', figure: 'revenue', back: 1, years: 1 },
  { fact: 'revenue_3y', figure: 'revenue', back: 0, years: 3 },
  { fact: 'growth', growth: 'revenue', years: 2 },
  { fact: 'greatest', greatest: 'revenue' },
  { fact: 'given', title: 'sme-zjtx', gives: 'year' },
  { fact: 'first', title: 'sme-zjtx', gives: 'first-year' },
  { fact: 'valid', title: 'sme-zjtx', gives: 'valid' },
  { fact: 'age', since: 'founded' },
  { fact: 'industrial', industries: ['17', '18'] },
  { fact: 'niche', grows: true },
];
const table = new FactTable([
  ...['revenue', 'revenue_prev', 'revenue_3y', 'greatest'].map((id) => number(id, 10_000, '万元', 4)),
  number('growth', 100_000_000, '%', 8),
  ...[number('given', 1, '年', 0), number('first', 1, '年', 0), flag('valid'), number('age', 100, '年', 2)],
  ...[flag('industrial'), number('niche', 100, '年', 2), number('own', 1, '项', 0)],
]);
const makers = factMakers(table, rules, new Map([['revenue', 4]]));
const title = { kind: 'sme-zjtx', endedOn: null };
const about: Registered = {
  ...{ regionId: '360900', chainId: null, industry: '1761', foundedOn: '2020-02-29' },
  years: new Map([2021, 2022, 2023, 2024].map((year, at) => [year, { revenue: [90, 100, 110, 121][at] ?? 0 }])),
  titles: [
    { ...title, givenOn: '2019-05-01', endsOn: '2022-05-01' },
    { ...title, givenOn: '2022-08-01', endsOn: '2025-08-01' },
  ],
  kept: [
    { fact: 'own', fromDay: '2024-01-01', value: 3, source: '证书' },
    { fact: 'own', fromDay: '2025-01-01', value: null, source: '证书失效' },
    { fact: 'niche', fromDay: '2023-06-30', value: 50, source: '合同' },
  ],
};
const on = (day: string, id: string, of: Registered = about): number =>
  makers[table.numberOf(id) ?? -1]?.(of, day).value ?? Number.NaN;

describe('facts of an enterprise', () => {
  it('take the last full year and the ones before it', () => {
    expect([on('2025-06-30', 'revenue'), on('2025-06-30', 'revenue_prev'), on('2025-06-30', 'revenue_3y')]).toEqual([
      121, 110, 331,
    ]);
    expect([on('2024-12-31', 'revenue'), on('2025-01-01', 'revenue')]).toEqual([110, 121]);
    expect([on('2025-06-30', 'greatest'), on('2026-06-30', 'revenue')]).toEqual([110, Number.NaN]);
  });
  it('reckon growth exactly and cut it, so that nobody reaches a border by rounding', () => {
    expect(on('2025-06-30', 'growth')).toBe(10 * 100_000_000);
    const less = { ...about, years: new Map([...about.years, [2024, { revenue: 120 }]]) };
    // (120 / 110 - 1 + 110 / 100 - 1) / 2 is 9.545454… %
    expect(on('2025-06-30', 'growth', less)).toBe(954_545_454);
    const down = { ...about, years: new Map([...about.years, [2024, { revenue: 100 }], [2023, { revenue: 103 }]]) };
    // (100 / 103 - 1 + 103 / 100 - 1) / 2 is 0.0436893… %
    expect(on('2025-06-30', 'growth', down)).toBe(4_368_932);
    expect(
      on('2025-06-30', 'growth', { ...about, years: new Map([...about.years, [2022, { revenue: 0 }]]) }),
    ).toBeNaN();
  });
  it('know titles by their days', () => {
    const of = (day: string) => ['given', 'first', 'valid'].map((id) => on(day, id));
    expect(of('2019-04-30')).toEqual([0, 0, 0]);
    expect(of('2022-04-30')).toEqual([2019, 2019, 1]);
    expect(of('2022-06-01')).toEqual([2019, 2019, 0]);
    expect(of('2025-07-31')).toEqual([2022, 2019, 1]);
    expect(of('2025-08-01')).toEqual([2022, 2019, 0]);
  });
  it('count time in full parts', () => {
    expect([
      on('2021-02-28', 'age'),
      on('2021-03-01', 'age'),
      on('2024-02-28', 'age'),
      on('2024-02-29', 'age'),
    ]).toEqual([99, 100, 399, 400]);
    expect([
      on('2023-06-29', 'niche'),
      on('2023-06-30', 'niche'),
      on('2024-12-29', 'niche'),
      on('2025-06-30', 'niche'),
    ]).toEqual([...[Number.NaN, 50, 199, 250]]);
    expect(yearsSince('2025-01-01', '2024-01-01', 100)).toBe(0);
  });
  it('are not known where the register says so or nothing', () => {
    expect([on('2023-12-31', 'own'), on('2024-06-30', 'own'), on('2025-01-01', 'own')]).toEqual([
      Number.NaN,
      3,
      Number.NaN,
    ]);
    expect([on('2025-01-01', 'industrial'), on('2025-01-01', 'industrial', { ...about, industry: null })]).toEqual([
      1,
      Number.NaN,
    ]);
  });
});
