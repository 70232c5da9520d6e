import { expect, test } from 'vitest';
import { monthsOf } from '../../../kernel/index.ts';
import type { Definition } from '../definition.ts';
import { diceOf } from '../testing/dice.ts';
import { type CellEntry, checkCell } from './cell.ts';
import { historyOf, type Past } from './history.ts';
import { type CellRules, usualRules } from './rules.ts';

const flow: Definition = {
  ...{
    id: 'revenue',
    name: '营业收入',
    unit: '万元',
    decimals: 0,
    of: { kind: 'sum' },
    measures: 'flow',
    direction: 'up',
  },
  ...{ frequency: 'month', bases: [], source: null, low: 0, high: 1_000_000_000 },
};
const cumulative: Definition = { ...flow, measures: 'cumulative' };
const profit: Definition = { ...flow, low: null, high: null };
const months = [...monthsOf('2024'), ...monthsOf('2025')];
/** A cell as a form knows it before its history is made. */
interface Given extends Omit<CellEntry, 'history'> {
  readonly period: string;
  readonly past: readonly Past[];
}
const entry = (value: number | null, history: readonly (number | null)[] = [], more: Partial<Given> = {}): Given => ({
  ...{ period: '2026-01', value, isNone: false, isOptional: false },
  past: history.flatMap((each, at) => {
    const period = months.at(at - history.length);
    return each === null || period === undefined ? [] : [{ period, value: each }];
  }),
  ...more,
});
const check = (definition: Definition, { period, past, ...cell }: Given, rules: CellRules = usualRules) =>
  checkCell(definition, { ...cell, history: historyOf(period, definition.measures, past) }, rules);
const codes = (definition: Definition, given: Given, rules: CellRules = usualRules) =>
  check(definition, given, rules).map(({ code, severity }) => `${severity} ${code}`);
const steady = [100, 104, 98, 101, 97, 103, 100, 99, 102, 101, 98, 100];

test('blank is neither 0 nor none', () => {
  expect(codes(flow, entry(null))).toEqual(['hard blank']);
  expect(codes(flow, entry(null, [], { isNone: true }))).toEqual([]);
  expect(codes(flow, entry(null, [], { isOptional: true }))).toEqual([]);
  expect(codes(flow, entry(0))).toEqual([]);
  expect(codes(flow, entry(0, steady))).toEqual(['soft blank-or-zero']);
  expect(codes(flow, entry(0, [5, 0, 5]))).toEqual([]);
});

test('range, with the figure and the end that it passed', () => {
  expect(check(flow, entry(-1), usualRules)).toEqual([
    { code: 'below-range', severity: 'hard', indicatorId: 'revenue', given: -1, limit: 0, detail: null },
  ]);
  expect(codes(flow, entry(1_000_000_001))).toEqual(['hard above-range']);
  expect(codes(flow, entry(1_000_000_000))).toEqual([]);
});

test('a sum since January does not fall; a new year begins anew', () => {
  const in2026 = (value: number, month: string) =>
    entry(value, [], {
      period: `2026-${month}`,
      past: [
        { period: '2025-12', value: 900 },
        { period: '2026-02', value: 120 },
      ],
    });
  expect(codes(cumulative, in2026(119, '03'))).toContain('hard falls');
  // Of March nothing is known: February still counts.
  expect(check(cumulative, in2026(119, '04'), usualRules)[0]).toMatchObject({ code: 'falls', limit: 120 });
  expect(codes(cumulative, in2026(120, '03'))).toEqual([]);
  expect(codes({ ...cumulative, low: null }, in2026(119, '03'))).toEqual([]);
  expect(codes(cumulative, entry(60, [700, 800, 900]))).not.toContain('hard falls');
});

test('a loss where there never was one', () => {
  expect(codes(profit, entry(-5, steady))).toEqual(['soft sign']);
  expect(codes(profit, entry(-5, [4, -1, 6]))).toEqual([]);
  expect(codes(profit, entry(5, [-4, -1, -6]))).toEqual(['soft sign']);
});

test.each([
  [10_100, 2, 101],
  [1_020_000, 4, 102],
  [10, -1, 100],
  [1010, 1, 101],
])('%i for about a hundred: a slip by 10^%i, %i meant, and nothing said of a sudden change', (value, power, meant) => {
  const found = check(flow, entry(value, steady), usualRules);
  expect(found.map(({ code }) => code)).toEqual(['unit-slip']);
  expect(found[0]?.detail).toEqual({ kind: 'slip', power, meant });
});

test('a jump that the cell has made before, or that last year made too, is no slip', () => {
  expect(codes(flow, entry(1000, [1000, 100, 1050, 100, 950, 100]))).not.toContain('soft unit-slip');
  const seasonal = [1000, ...Array<number>(11).fill(100)];
  expect(codes(flow, entry(1000, seasonal), { ...usualRules, sudden: null })).toEqual([]);
});

test('the month before and last year must both say that it slipped', () => {
  const history = [
    { period: '2025-01', value: 10_000 },
    { period: '2025-12', value: 100 },
  ];
  const none = { ...usualRules, sudden: null };
  expect(codes(flow, entry(10_100, [], { past: history }), none)).toEqual([]);
  expect(codes(flow, entry(10_100, [], { past: history.slice(1) }), none)).toEqual(['soft unit-slip']);
});

test('a slip in a sum since January is measured by last year and by the month before', () => {
  const sums = (by: number) => steady.map((_, at) => (at + 1) * by);
  const history = [...sums(100), ...sums(110)];
  const march = (value: number) =>
    entry(value, [], {
      period: '2026-03',
      past: [...entry(null, history).past, { period: '2026-01', value: 118 }, { period: '2026-02', value: 240 }],
    });
  expect(check(cumulative, march(3_600_000), usualRules)[0]?.detail).toEqual({
    kind: 'slip',
    power: 4,
    meant: 360,
  });
  expect(codes(cumulative, march(360))).toEqual([]);
});

test('a change unlike its own history wants an explanation, with its figures', () => {
  const [found] = check(flow, entry(250, steady), usualRules);
  expect(found).toMatchObject({ code: 'sudden-since-last', severity: 'soft', given: 250, limit: 100 });
  expect(found?.detail).toMatchObject({ kind: 'change', change: 1_500_000, points: 11 });
  expect(codes(flow, entry(118, steady))).toEqual([]);
  // With one year behind it only the month before has a history; last year has none yet.
  expect(codes(flow, entry(60, steady))).toEqual(['soft sudden-since-last']);
  const twoYears = [...steady, ...steady];
  expect(codes(flow, entry(60, twoYears))).toEqual(['soft sudden-since-last', 'soft sudden-since-last-year']);
  // Two figures are no history: the plain limit of three times holds.
  expect(codes(flow, entry(299, [100, 100]))).toEqual([]);
  expect(codes(flow, entry(301, [100, 100]))).toEqual(['soft sudden-since-last']);
  const small = { ...usualRules, sudden: { ...(usualRules.sudden ?? never()), least: 300 } };
  expect(codes(flow, entry(301, [100, 100]), small)).toEqual([]);
});

const never = (): never => {
  throw new Error('no rule');
};

test('a habit of wild changes is no surprise, and one odd figure in the past hides nothing', () => {
  const wild = [100, 300, 90, 280, 110, 310, 95, 290, 105, 300, 100, 295];
  expect(codes(flow, entry(100, wild), { ...usualRules, slip: null })).toEqual([]);
  const odd = steady.map((each, at) => (at === 5 ? 9000 : each));
  expect(codes(flow, entry(250, odd), { ...usualRules, slip: null })).toContain('soft sudden-since-last');
});

test('ordinary figures are left in peace: of months that stray by chance hardly one in a hundred is asked about', () => {
  const dice = diceOf(51);
  let asked = 0;
  for (let round = 0; round < 1000; round += 1) {
    const history = Array.from({ length: 24 }, () => Math.round(10_000 * Math.exp(0.15 * dice.normal())));
    const value = Math.round(10_000 * Math.exp(0.15 * dice.normal()));
    if (codes(flow, entry(value, history)).length > 0) asked += 1;
  }
  expect(asked).toBeLessThan(15);
});

test('hostile histories throw nothing', () => {
  const dice = diceOf(52);
  for (let round = 0; round < 2000; round += 1) {
    const any = () => dice.pick([0, -1, 1, 2 ** 53 - 1, -(2 ** 53) + 1, dice(1000), null]);
    const value = any();
    const period = dice.pick(['2026-01', '2026-02', '2025-12']);
    const history = entry(null, Array.from({ length: dice(24) }, any)).past.filter((each) => each.period < period);
    const found = check(dice.pick([flow, cumulative, profit]), entry(value, [], { period, past: history }), usualRules);
    expect(found.filter(({ given }) => given !== null && !Number.isFinite(given))).toEqual([]);
    if (value === null) expect(found.map(({ code }) => code)).toEqual(['blank']);
  }
});
