import { expect, test } from 'vitest';
import type { Definition } from '../definition.ts';
import { usualLimits } from '../warning/limits.ts';
import { fromKept, toKept } from './evidence-text.ts';
import { lastOnes, lastOver, withPastYears } from './periods.ts';
import { type Reported, type WatchedUnit, watchUnit } from './unit.ts';

const revenue: Definition = {
  ...{ id: 'revenue', name: '营业收入', unit: '万元', decimals: 2, of: { kind: 'sum' }, measures: 'cumulative' },
  ...{ direction: 'up', frequency: 'month', bases: [], source: null, low: 0, high: null },
};
const place = { regionId: '990103100', unitId: 'town' };
const reported = (
  enterpriseId: string,
  values: readonly (number | null)[],
  role: Reported['role'] = 'part',
): Reported[] =>
  values.flatMap((value, at) =>
    value === null ? [] : [{ period: `2026-0${at + 1}`, enterpriseId, chainId: '', role, value: BigInt(value * 100) }],
  );
const unit = (figures: readonly Reported[], parts: WatchedUnit['parts'] = []): WatchedUnit => ({
  ...{ place, reported: figures, parts, limits: usualLimits },
});

test('a cumulative figure that grows by the same each month is copied; one that stands still is nothing new', () => {
  const [found] = watchUnit(revenue, unit(reported('a', [150, 300, 450, 600])));
  expect(found?.warning).toMatchObject({
    since: '2026-01',
    evidence: { rule: 'copy-forward', value: 15_000n, times: 4 },
  });
  expect(found).toMatchObject({ isSmall: true, place });
  expect(watchUnit(revenue, unit(reported('a', [150, 150, 150, 150])))).toEqual([]);
});

test('a month that is missing ends the row: what came after it is not known by itself', () => {
  expect(watchUnit(revenue, unit(reported('a', [150, 300, null, 600, 750, 901])))).toEqual([]);
});

test('of a stock that is counted each month nothing is said', () => {
  const staff: Definition = { ...revenue, measures: 'stock' };
  expect(watchUnit(staff, unit(reported('a', [151, 151, 151, 151])))).toEqual([]);
  const yearly = watchUnit({ ...staff, frequency: 'year' }, unit(reported('a', [151, 151, 151])));
  expect(yearly.map(({ warning }) => warning.evidence.rule)).toEqual(['copy-forward']);
});

test('several rows that stand still are one warning, since the one that has stood longest', () => {
  const found = watchUnit(revenue, unit([...reported('a', [155, 310, 465]), ...reported('b', [151, 302, 453, 604])]));
  expect(found).toHaveLength(1);
  expect(found[0]?.warning.since).toBe('2026-01');
  expect(new Set(found[0]?.behind.map(({ enterpriseId }) => enterpriseId))).toEqual(new Set(['a', 'b']));
});

test('own report and parts, each chain by itself; small when the parts are', () => {
  const own = reported('', [1000, 2000], 'own');
  const parts = [
    { period: '2026-01', chainId: '', total: 100_000n, firms: 8 },
    { period: '2026-02', chainId: '', total: 190_000n, firms: 2 },
  ];
  const [found, ...others] = watchUnit(revenue, unit(own, parts));
  expect(others).toEqual([]);
  expect(found?.warning).toMatchObject({ since: '2026-02', evidence: { own: 200_000n, parts: 190_000n } });
  expect(found?.isSmall).toBe(true);
  expect(watchUnit(revenue, unit(own, []))).toEqual([]);
});

test('evidence comes back as it was kept, whole numbers of any length', () => {
  const evidence = { rule: 'pace', light: 'red', pace: { n: -3n, d: 9_007_199_254_740_993n }, ahead: null, months: 2 };
  expect(fromKept(JSON.parse(toKept([evidence, '2026-03', '12', 'n'])))).toEqual([evidence, '2026-03', '12', 'n']);
});

test('periods of a day', () => {
  expect([lastOver('2026-01-31', 'month'), lastOver('2026-11-02', 'quarter'), lastOver('2026-05-05', 'year')]).toEqual([
    '2025-12',
    '2026-Q3',
    '2025',
  ]);
  expect(withPastYears('2026-02', 1, 'month')).toHaveLength(14);
  expect(lastOnes('2026-02', 3)).toEqual(['2025-12', '2026-01', '2026-02']);
});
