import { expect, test } from 'vitest';
import { fraction } from '../number/fraction.ts';
import { usualLights } from '../pace/light.ts';
import { paceOfRatio } from '../pace/ratio.ts';
import type { Manner, Series } from '../time/known.ts';
import { judgeRatio, type RatioSides } from './ratio.ts';
import type { Target } from './target.ts';
import { usualSlack } from './verdict.ts';

const yearly: Manner = { measures: 'flow', frequency: 'quarter', greatest: false };
const series = (values: Readonly<Record<string, number>>): Series =>
  new Map(
    Object.entries(values).map(([period, value]) => [
      period,
      { value: BigInt(value), vintages: ['final'], basis: null },
    ]),
  );
const quarters = (year: string, ...values: readonly number[]) =>
  Object.fromEntries(values.map((value, at) => [`${year}-Q${at + 1}`, value]));
/** R&D in 万元 over revenue in 亿元 with two decimals; percent with two. */
const sides = (above: Readonly<Record<string, number>>, below: Readonly<Record<string, number>>): RatioSides => ({
  above: { series: series(above), manner: yearly, decimals: 0 },
  below: { series: series(below), manner: yearly, decimals: 0 },
  ...{ times: 100, decimals: 2 },
});
const target = (more: Partial<Target>): Target => ({
  ...{ id: 't', indicatorId: 'intensity', place: { regionId: 'r', chainId: '', unitId: '' }, period: '2026' },
  ...{ edition: 'e', op: '>=', mode: 'level', value: 300n, value2: null, base: null, from: null },
  ...more,
});
const options = { direction: 'up', slack: usualSlack } as const;
const revenue = { ...quarters('2025', 250, 250, 250, 250), ...quarters('2026', 250, 250, 250, 250) };

test('a ratio of whole years is met or not, as it is published', () => {
  const of = (last: number, more: Partial<Target> = {}) =>
    judgeRatio(target(more), sides(quarters('2026', 7, 7, 8, last), revenue), options);
  expect(of(8)).toMatchObject({ state: 'met', actual: 300n, gap: 0n, missing: [] });
  expect(of(7)).toMatchObject({ state: 'not-met', actual: 290n, gap: 10n });
  expect(of(7, { op: '<=' })).toMatchObject({ state: 'met', sense: 'ceiling' });
  expect(paceOfRatio(of(7), usualLights)).toMatchObject({ light: 'red', because: 'not-met', ahead: -10n });
});

test('a part of a year decides nothing, above the goal or below', () => {
  const part = { ...quarters('2025', 250, 250, 250, 250), ...quarters('2026', 250, 250) };
  const of = (above: readonly number[]) => judgeRatio(target({}), sides(quarters('2026', ...above), part), options);
  expect(of([9, 9])).toMatchObject({ state: 'open', actual: 360n });
  expect(of([9, 9]).missing).toEqual([{ code: 'months', periods: ['2026-Q3', '2026-Q4'] }]);
  expect(paceOfRatio(of([9, 9]), usualLights)).toMatchObject({ light: 'green', because: 'pace' });
  expect(paceOfRatio(of([7, 7]), usualLights)).toMatchObject({ light: 'yellow', limit: 850_000 });
  expect(paceOfRatio(of([6, 6]), usualLights)).toMatchObject({ light: 'red', because: 'pace' });
  // So far it is comparable with a whole year, so that its way has a share; nothing is decided by it.
  const rise = target({ mode: 'increment', value: 50n });
  const half = sides({ ...quarters('2025', 6, 6, 6, 7), ...quarters('2026', 7, 7) }, part);
  expect(judgeRatio(rise, half, options)).toMatchObject({ state: 'open', start: 250n, share: fraction(3n, 5n) });
  const ceiling = judgeRatio(target({ op: '<=' }), sides(quarters('2026', 8, 8), part), options);
  expect(paceOfRatio(ceiling, usualLights)).toMatchObject({ light: 'yellow', pace: fraction(15n, 16n), ahead: 20n });
  // One quarter against two is no ratio.
  expect(of([9])).toMatchObject({ state: 'open', actual: null });
  expect(paceOfRatio(of([9]), usualLights)).toMatchObject({ light: null, because: 'nothing-reported' });
});

test('percentage points over a base, and a base or a divisor that is not there', () => {
  const both = { ...quarters('2025', 6, 6, 6, 7), ...quarters('2026', 7, 7, 8, 8) };
  const rise = target({ mode: 'increment', value: 50n });
  expect(judgeRatio(rise, sides(both, revenue), options)).toMatchObject({ state: 'met', start: 250n, actual: 300n });
  expect(judgeRatio(target({ mode: 'increment', value: 51n }), sides(both, revenue), options)).toMatchObject({
    gap: 1n,
  });
  expect(judgeRatio(rise, sides(quarters('2026', 7, 7, 8, 8), revenue), options)).toMatchObject({
    ...{ state: 'open', goal: null, missing: [{ code: 'base', period: '2025' }] },
  });
  const empty = { ...revenue, ...quarters('2026', 0, 0, 0, 0) };
  expect(judgeRatio(target({}), sides(both, empty), options).missing).toEqual([
    { code: 'divisor-zero', period: '2026' },
  ]);
});
