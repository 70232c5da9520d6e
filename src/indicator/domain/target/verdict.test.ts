import { expect, test } from 'vitest';
import { monthsOf, type Period, yearBefore } from '../../../kernel/index.ts';
import { compareFractions, fraction, over } from '../number/fraction.ts';
import { diceOf } from '../testing/dice.ts';
import type { Manner, Series } from '../time/known.ts';
import type { Target } from './target.ts';
import { judgeTarget, usualSlack, type VerdictOptions } from './verdict.ts';

const manner: Manner = { measures: 'cumulative', frequency: 'month', greatest: false };
const options: VerdictOptions = { manner, direction: 'up', neverNegative: true, slack: usualSlack };
const stock: VerdictOptions = { ...options, manner: { ...manner, measures: 'stock' } };
const series = (values: Readonly<Record<Period, number>>): Series =>
  new Map(
    Object.entries(values).map(([period, value]) => [
      period,
      { value: BigInt(value), vintages: ['final'], basis: null },
    ]),
  );
const target = (more: Partial<Target>): Target => ({
  ...{ id: 't', indicatorId: 'revenue', place: { regionId: '360111', chainId: '', unitId: '' }, period: '2026' },
  ...{ edition: 'e1', op: '>=', mode: 'level', value: 500n, value2: null, base: null, from: null },
  ...more,
});

test('a level: share, gap, and what is still missing', () => {
  const some = series({ '2026-01': 30, '2026-10': 400 });
  const found = judgeTarget(target({}), some, options);
  expect(found).toMatchObject({ state: 'open', actual: 400n, gap: 100n, share: fraction(4n, 5n), through: '2026-10' });
  expect(found.missing).toEqual([{ code: 'months', periods: ['2026-11', '2026-12'] }]);
  expect(judgeTarget(target({}), series({ '2026-12': 499 }), options)).toMatchObject({ state: 'not-met', gap: 1n });
  expect(judgeTarget(target({ op: '>' }), series({ '2026-12': 500 }), options)).toMatchObject({
    state: 'not-met',
    gap: 1n,
  });
  expect(judgeTarget(target({}), new Map(), options)).toMatchObject({ state: 'open', actual: null, share: null });
});

test('a sum that can only grow is decided as soon as it passes', () => {
  const some = series({ '2026-10': 510 });
  expect(judgeTarget(target({}), some, options)).toMatchObject({ state: 'met', missing: [] });
  expect(judgeTarget(target({ op: '<=' }), some, options)).toMatchObject({ state: 'not-met', gap: 10n });
  expect(judgeTarget(target({}), some, { ...options, neverNegative: false }).state).toBe('open');
  expect(judgeTarget(target({}), some, stock).state).toBe('open');
});

test('growth from the year before, over all years, and of each year', () => {
  const some = series({ '2024-12': 200, '2025-12': 220, '2026-12': 242 });
  const growth = (value: bigint, base: Target['base']) =>
    judgeTarget(target({ mode: 'growth', value, base }), some, options);
  expect(growth(100_000n, null)).toMatchObject({ state: 'met', share: fraction(1n), goal: fraction(242n) });
  expect(growth(100_001n, null)).toMatchObject({ state: 'not-met', gap: 1n });
  expect(growth(100_000n, { period: '2024', value: null, perYear: true })).toMatchObject({ state: 'met', start: 200n });
  expect(growth(210_000n, { period: '2024', value: null, perYear: false })).toMatchObject({ state: 'met' });
  expect(growth(100_000n, { period: '2024', value: 201n, perYear: true })).toMatchObject({ state: 'not-met', gap: 2n });
  expect(growth(100_000n, { period: '2023', value: null, perYear: true })).toMatchObject({
    ...{ state: 'open', goal: null, missing: [{ code: 'base', period: '2023' }] },
  });
  expect(growth(100_000n, { period: '2024', value: 0n, perYear: true }).missing).toEqual([
    { code: 'base-not-positive', period: '2024', given: 0n },
  ]);
});

test('increments: of a stock since the base, of an indicator of additions the additions themselves', () => {
  const some = series({ '2025-12': 300, '2026-12': 340 });
  expect(judgeTarget(target({ mode: 'increment', value: 50n }), some, stock)).toMatchObject({
    ...{ state: 'not-met', goal: fraction(350n), share: fraction(4n, 5n), gap: 10n },
  });
  expect(judgeTarget(target({ mode: 'increment', value: 50n }), some, options)).toMatchObject({
    state: 'met',
    start: 0n,
  });
  expect(judgeTarget(target({ mode: 'annual', value: 50n }), some, stock)).toMatchObject({ actual: 40n, gap: 10n });
  expect(judgeTarget(target({ mode: 'annual', value: 50n }), series({ '2026-12': 3 }), stock)).toMatchObject({
    ...{ state: 'open', actual: null },
  });
});

test('cumulative: over the years of the plan, or the stock at the end', () => {
  const some = series({ '2024-12': 10, '2025-12': 12, '2026-12': 9 });
  const cumulative = (more: Partial<Target>) => target({ mode: 'cumulative', value: 30n, ...more });
  expect(judgeTarget(cumulative({ from: '2024' }), some, options)).toMatchObject({ state: 'met', actual: 31n });
  expect(judgeTarget(cumulative({ from: '2025' }), some, options)).toMatchObject({ state: 'not-met', actual: 21n });
  expect(judgeTarget(cumulative({}), some, options).missing).toEqual([{ code: 'first-year' }]);
  expect(judgeTarget(cumulative({ from: '2023' }), some, options)).toMatchObject({
    ...{ state: 'met', actual: 31n },
  });
  expect(judgeTarget(cumulative({}), some, stock)).toMatchObject({ state: 'not-met', actual: 9n });
});

test('a ceiling says how much is used up; a fall how much of it is done', () => {
  const some = series({ '2025-12': 200, '2026-12': 190 });
  const down: VerdictOptions = { ...options, direction: 'down' };
  expect(judgeTarget(target({ op: '<=', value: 180n }), some, down)).toMatchObject({
    gap: 10n,
    share: fraction(19n, 18n),
  });
  expect(judgeTarget(target({ op: '=', mode: 'growth', value: -100_000n }), some, down)).toMatchObject({
    ...{ state: 'not-met', goal: fraction(180n), share: fraction(1n, 2n) },
  });
});

test('what is decided early stays decided whatever the missing months bring', () => {
  const dice = diceOf(17);
  const all = [...monthsOf('2025'), ...monthsOf('2026')];
  let decided = 0;
  for (let round = 0; round < 1500; round += 1) {
    const flows = new Map(all.map((month) => [month, dice(100)]));
    const some = all.filter((month) => month < '2026' || dice(3) > 0);
    const of = (months: readonly Period[], values: ReadonlyMap<Period, number>): Series =>
      series(Object.fromEntries(months.map((month) => [month, values.get(month) ?? 0])));
    const mode = dice.pick(['level', 'growth', 'increment', 'annual', 'cumulative'] as const);
    const sum = [...flows].reduce((total, [month, value]) => total + (month < '2026' ? value : 0), 0);
    const value = mode === 'growth' ? dice(400_000) - 200_000 : mode === 'cumulative' ? 2 * sum : sum - 100 + dice(200);
    const wanted = target({
      ...{ mode, op: dice.pick(['>=', '>', '<=', '<', '='] as const), value: BigInt(value), from: '2025' },
      base: mode === 'growth' ? { period: yearBefore('2026'), value: null, perYear: true } : null,
    });
    const flow: VerdictOptions = { ...options, manner: { ...manner, measures: 'flow' } };
    const early = judgeTarget(wanted, of(some, flows), flow);
    const late = judgeTarget(wanted, of(all, flows), flow);
    expect(late.state).not.toBe('open');
    if (early.state !== 'open') {
      decided += 1;
      expect(late.state).toBe(early.state);
    } else expect(early.missing.length).toBeGreaterThan(0);
    expect(late.gap === 0n).toBe(late.state === 'met');
    const way = compareFractions(late.goal ?? fraction(0n), fraction(late.start ?? 0n));
    if (late.share !== null && late.sense === 'floor' && wanted.op !== '>' && way > 0)
      expect(compareFractions(late.share, fraction(1n)) >= 0).toBe(late.state === 'met');
    if (mode === 'level' && late.share !== null)
      expect(late.share).toEqual(over(fraction(late.actual ?? 0n), fraction(BigInt(value))));
  }
  expect(decided).toBeGreaterThan(100);
});
