import { expect, test } from 'vitest';
import type { BudgetRule } from '../source.ts';
import { diceOf } from '../testing/random.ts';
import { allocate } from './allocate.ts';

const claims = [
  { id: 'a', amount: 100, rank: 3 },
  { id: 'b', amount: 200, rank: 1 },
  { id: 'c', amount: 300, rank: 2 },
];

test('enough pays everybody in full', () => {
  expect(allocate(claims, 601, 'pro-rata')).toEqual({ paid: [100, 200, 300], left: 1, shortFrom: null });
});

test('in turn, the last as far as the money goes', () => {
  expect(allocate(claims, 450, 'first-come')).toEqual({ paid: [0, 200, 250], left: 0, shortFrom: 2 });
});

test('the same share for each, to the yuan', () => {
  expect(allocate(claims, 301, 'pro-rata')).toEqual({ paid: [50, 100, 151], left: 0, shortFrom: 0 });
  expect(allocate(claims, 0, 'pro-rata').paid).toEqual([0, 0, 0]);
});

test('whatever the rule, everything is spent, nobody gets more than he is owed, and more budget never gives less in turn', () => {
  const dice = diceOf(7);
  for (let round = 0; round < 300; round += 1) {
    const some = Array.from({ length: dice(9) }, (_, n) => ({ id: `${n}`, amount: dice(1_000_000), rank: dice(4) }));
    const wanted = some.reduce((sum, { amount }) => sum + amount, 0);
    const budget = dice(2_000_000);
    for (const rule of ['pro-rata', 'first-come', 'priority'] satisfies BudgetRule[]) {
      const { paid, left } = allocate(some, budget, rule);
      expect(paid.reduce((sum, each) => sum + each, 0) + left).toBe(budget);
      expect(left).toBe(Math.max(0, budget - wanted));
      expect(paid.every((each, at) => each >= 0 && each <= (some[at]?.amount ?? 0))).toBe(true);
      if (rule === 'pro-rata') continue;
      const more = allocate(some, budget + 1000, rule).paid;
      expect(more.every((each, at) => each >= (paid[at] ?? 0))).toBe(true);
    }
  }
});
