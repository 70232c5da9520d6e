import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exhaustionOf } from './exhaustion.ts';

const year = { from: '2025-01-01', to: '2025-12-31' };
const none = { count: 0, yuan: 0 };

test('dated claims use up a budget on the day that asks for more than is left', () => {
  const byDay = new Map([
    ['2025-03-10', 400],
    ['2025-03-11', 600],
    ['2025-11-02', 1],
  ]);
  const of = (budget: number) => exhaustionOf({ byDay, undated: none }, budget, year);
  expect(of(999).on).toBe('2025-03-11');
  expect(of(1000)).toMatchObject({ on: '2025-11-02', claimed: 1001, short: 1 });
  expect(of(1001)).toMatchObject({ on: null, short: 0 });
  expect(of(1001).months.at(2)).toEqual({ month: '2025-03', claimed: 1000 });
});

test('claims without a day come evenly, the last yuan on the last day', () => {
  const of = (budget: number) => exhaustionOf({ byDay: new Map(), undated: { count: 2, yuan: 365 } }, budget, year);
  expect(of(0).on).toBe('2025-01-01');
  expect(of(31).on).toBe('2025-02-01');
  expect(of(364).on).toBe('2025-12-31');
  expect(of(365).on).toBeNull();
});

test('a claim before the window counts on its day, and a window of one day is one', () => {
  const byDay = new Map([['2024-12-31', 10]]);
  const found = exhaustionOf({ byDay, undated: { count: 1, yuan: 7 } }, 16, { from: '2025-01-01', to: '2025-01-01' });
  expect(found).toEqual({
    ...{ budget: 16, claimed: 17, on: '2025-01-01', short: 1 },
    months: [
      { month: '2024-12', claimed: 10 },
      { month: '2025-01', claimed: 17 },
    ],
  });
});

test('the day is the one that counting claim by claim finds', () => {
  const claim = fc.record({ amount: fc.nat(900), at: fc.integer({ min: 0, max: 364 }) });
  const dayOf = (at: number): string => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 30 }), fc.nat(5000), fc.nat(20_000), (claims, spread, budget) => {
      const byDay = new Map<string, number>();
      for (const { amount, at } of claims) byDay.set(dayOf(at), (byDay.get(dayOf(at)) ?? 0) + amount);
      const found = exhaustionOf({ byDay, undated: { count: 1, yuan: spread } }, budget, year);
      // What has come of the spread sum by a day, asked as a comparison of whole numbers rather than by dividing.
      const isOver = (at: number): boolean => {
        const sum = claims.filter((each) => each.at <= at).reduce((all, { amount }) => all + amount, 0);
        return spread * (at + 1) >= Math.max(0, budget + 1 - sum) * 365;
      };
      const first = Array.from({ length: 365 }, (_, at) => at).find(isOver);
      expect(found.on).toBe(first === undefined ? null : dayOf(first));
      expect(found.claimed).toBe(claims.reduce((all, { amount }) => all + amount, spread));
    }),
  );
});
