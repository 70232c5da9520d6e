import { expect, test } from 'vitest';
import { periodOf, periodsBetween, shifted, yearBefore } from '../../../kernel/index.ts';
import { median, medianDeviation } from '../number/robust.ts';
import { diceOf } from '../testing/dice.ts';
import { historyOf } from './history.ts';

test('it agrees with the calendar, whatever is missing', () => {
  const dice = diceOf(64);
  for (let round = 0; round < 500; round += 1) {
    const length = dice.pick(['month', 'quarter', 'year'] as const);
    const all = periodsBetween('2022', '2025', length);
    const period = dice.pick(all);
    const past = all
      .filter((each) => each < period && dice(5) > 0)
      .map((each) => ({ period: each, value: dice(900) - 50 }));
    const measures = dice.pick(['flow', 'cumulative', 'stock'] as const);
    const found = historyOf(period, measures, past);
    const typed = (of: string): number | null => past.find((each) => each.period === of)?.value ?? null;
    const isFirst = (of: string) => periodOf(shifted(of, -1), 'year') !== periodOf(of, 'year');
    const own = (of: string): number | null => {
      const [value, before] = [typed(of), typed(shifted(of, -1))];
      if (value === null || measures !== 'cumulative' || isFirst(of)) return value;
      return before === null ? null : value - before;
    };
    expect(found).toMatchObject({ last: typed(shifted(period, -1)), lastYear: typed(yearBefore(period)) });
    expect(found).toMatchObject({ ownLast: own(shifted(period, -1)), ownLastYear: own(yearBefore(period)) });
    const sameYear =
      past.filter((each) => periodOf(each.period, 'year') === periodOf(period, 'year')).at(-1)?.value ?? null;
    expect(found.sinceJanuary).toBe(measures === 'cumulative' ? sameYear : null);
    expect(found.toTakeOff).toBe(measures === 'cumulative' && !isFirst(period) ? typed(shifted(period, -1)) : 0);
    const pairs = all.map((each) => [own(shifted(each, -1)), own(each)] as const);
    const rates = pairs.flatMap(([a, b]) => (a !== null && b !== null && a > 0 && b > 0 ? [Math.log(b / a)] : []));
    expect(found.steps().points).toBe(rates.length);
    if (rates.length === 0) continue;
    expect(found.steps().median).toBeCloseTo(median(rates), 12);
    expect(found.steps().deviation).toBeCloseTo(medianDeviation(rates), 12);
    expect(found.steps().greatest).toBeCloseTo(Math.max(...rates.map(Math.abs)), 12);
  }
  expect(historyOf('2026-07', 'flow', []).step).toBe(7);
  expect(historyOf('2026-Q3', 'flow', []).step).toBe(3);
  expect(historyOf('2026', 'flow', []).step).toBe(1);
});
