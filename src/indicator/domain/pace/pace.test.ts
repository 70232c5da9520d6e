import { expect, test } from 'vitest';
import type { Period } from '../../../kernel/index.ts';
import { fraction } from '../number/fraction.ts';
import type { Target } from '../target/target.ts';
import { judgeTarget, usualSlack, type VerdictOptions } from '../target/verdict.ts';
import { diceOf } from '../testing/dice.ts';
import type { Manner, Series } from '../time/known.ts';
import { usualLights } from './light.ts';
import { type Pace, paceOf } from './pace.ts';
import { pathOf } from './path.ts';

const manner: Manner = { measures: 'cumulative', frequency: 'month', greatest: false };
const stock: Manner = { ...manner, measures: 'stock' };
const series = (values: Readonly<Record<Period, number>>): Series =>
  new Map(
    Object.entries(values).map(([period, value]) => [
      period,
      { value: BigInt(value), vintages: ['final'], basis: null },
    ]),
  );
const target = (more: Partial<Target>): Target => ({
  ...{ id: 't', indicatorId: 'i', place: { regionId: 'r', chainId: '', unitId: '' }, period: '2026', edition: 'e' },
  ...{ op: '>=', mode: 'level', value: 1200n, value2: null, base: null, from: null },
  ...more,
});
const linear = pathOf([], 12, true);
function pace(
  more: Partial<Target>,
  values: Readonly<Record<Period, number>>,
  options: Partial<VerdictOptions> = {},
): Pace {
  const all: VerdictOptions = { manner, direction: 'up', neverNegative: true, slack: usualSlack, ...options };
  const some = series(values);
  return paceOf(judgeTarget(target(more), some, all), linear, some, all.manner, usualLights);
}

test('lights with their figures', () => {
  expect(pace({}, { '2026-06': 600 })).toMatchObject({
    ...{ light: 'green', limit: 1_000_000, because: 'pace', expectedFigure: 600n, ahead: 0n, pace: fraction(1n) },
  });
  expect(pace({}, { '2026-06': 599 })).toMatchObject({ light: 'blue', limit: 950_000, ahead: -1n });
  expect(pace({}, { '2026-06': 569 })).toMatchObject({ light: 'yellow', limit: 850_000 });
  expect(pace({}, { '2026-06': 509 })).toMatchObject({ light: 'red', limit: null, because: 'pace', path: 'linear' });
  expect(pace({}, { '2026-01': 20 })).toMatchObject({ light: 'yellow', because: 'early', ahead: -80n });
  expect(pace({}, { '2026-06': 1200 })).toMatchObject({ light: 'green', because: 'met' });
  expect(pace({}, { '2026-12': 1199 })).toMatchObject({ light: 'red', because: 'not-met' });
  expect(pace({}, {})).toMatchObject({ light: null, because: 'nothing-reported' });
  expect(pace({ mode: 'growth', value: 1n }, { '2026-06': 9 })).toMatchObject({ light: null, because: 'goal-unknown' });
});

test('growth of a sum is a level to reach from January on, not from its base', () => {
  const found = pace({ mode: 'growth', value: 200_000n }, { '2025-12': 1000, '2026-06': 600 });
  expect(found).toMatchObject({ light: 'green', expectedFigure: 600n });
});

test('a stock goes from the end of last year; without that it cannot be told', () => {
  expect(pace({ value: 320n }, { '2025-12': 300, '2026-06': 309 }, { manner: stock })).toMatchObject({
    ...{ expectedFigure: 310n, ahead: -1n, pace: fraction(9n, 10n), light: 'yellow' },
  });
  expect(pace({ value: 320n }, { '2026-06': 309 }, { manner: stock })).toMatchObject({
    light: null,
    because: 'start-unknown',
  });
  const kept = (now: number) => pace({ value: 300n }, { '2025-12': 300, '2026-06': now }, { manner: stock });
  expect([kept(300).light, kept(299).light, kept(301).light]).toEqual(['green', 'red', 'green']);
  const above = (now: number) => pace({ value: 290n }, { '2025-12': 300, '2026-06': now }, { manner: stock });
  expect([above(301).light, above(295).light, above(280).light]).toEqual(['green', 'green', 'red']);
});

test('a ceiling is an allowance; a fall is a way', () => {
  const down = { direction: 'down' } as const;
  expect(pace({ op: '<=' }, { '2026-06': 600 }, down)).toMatchObject({ light: 'green', ahead: 0n });
  expect(pace({ op: '<=' }, { '2026-06': 800 }, down)).toMatchObject({
    light: 'red',
    ahead: 200n,
    pace: fraction(3n, 4n),
  });
  expect(pace({ op: '<=' }, { '2026-06': 1201 }, down)).toMatchObject({ light: 'red', because: 'not-met' });
  const fall = { ...down, manner: stock };
  expect(pace({ op: '<=', value: 180n }, { '2025-12': 200, '2026-06': 190 }, fall)).toMatchObject({ light: 'green' });
  expect(pace({ op: '<=', value: 180n }, { '2025-12': 200, '2026-06': 205 }, fall)).toMatchObject({ light: 'red' });
});

test('a cumulative target has a part of its way in each year', () => {
  const found = pace(
    { mode: 'cumulative', from: '2025', period: '2027', value: 3600n },
    { '2025-12': 1200, '2026-06': 600 },
  );
  expect(found).toMatchObject({ expected: fraction(1n, 2n), expectedFigure: 1800n, light: 'green' });
});

test('more is never a worse light of a floor, nor a better one of a ceiling', () => {
  const dice = diceOf(9);
  const order = ['red', 'yellow', 'blue', 'green'];
  for (let round = 0; round < 1000; round += 1) {
    const [op, kind] = [dice.pick(['>=', '<='] as const), dice.pick([manner, stock])];
    const more = { op, value: BigInt(1 + dice(2000)) };
    const at = (now: number) => pace(more, { '2025-12': 600, '2026-07': now }, { manner: kind });
    const [less, great] = [dice(2500), dice(2500)].toSorted((a, b) => a - b);
    const [low, high] = [at(less ?? 0), at(great ?? 0)];
    const better = order.indexOf(high.light ?? '') - order.indexOf(low.light ?? '');
    expect(op === '>=' ? better >= 0 : better <= 0).toBe(true);
  }
});
