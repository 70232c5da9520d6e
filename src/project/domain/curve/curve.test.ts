import { describe, expect, test } from 'vitest';
import { contentOf, doneOf } from '../testing/project.ts';
import { curveOf, doneSums, expectedMonth, lastMonthOf, paceAt, plannedByMonth } from './index.ts';

const months = Array.from({ length: 12 }, (_, at) => (at + 1) * 10);

describe('the plan by month', () => {
  test('as it was divided', () => {
    const { months: planned, spread } = plannedByMonth(contentOf({ plan: [{ year: 2026, fen: 780, months }] }));
    expect([planned.get('2026-01'), planned.get('2026-12'), spread]).toEqual([10, 120, []]);
  });
  test.each([1, 7, 100, 1001, 99_999_999_999_999])('%i fen that nobody divided come to the whole, evenly', (fen) => {
    const { months: planned, spread } = plannedByMonth(contentOf({ plan: [{ year: 2026, fen, months: null }] }));
    const parts = [...planned.values()];
    expect(parts.reduce((sum, each) => sum + each, 0)).toBe(fen);
    expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
    expect([parts.length, spread]).toEqual([12, [2026]]);
  });
  test('over the months of building alone', () => {
    const plan = [{ year: 2026, fen: 90, months: null }];
    const { months: planned } = plannedByMonth(
      contentOf({ plan }, { startMonth: '2026-04', completionMonth: '2026-06' }),
    );
    expect([...planned]).toEqual([
      ['2026-04', 30],
      ['2026-05', 30],
      ['2026-06', 30],
    ]);
    const elsewhere = plannedByMonth(contentOf({ plan }, { startMonth: '2027-01' }));
    expect(elsewhere.months.size).toBe(12);
  });
});

describe('the curve', () => {
  const content = contentOf({ before: { fen: 500, until: '2026-02' }, plan: [{ year: 2026, fen: 780, months }] });
  test('goes on from what was done before, which the plan of those months is not added to', () => {
    const { points } = curveOf(content, doneOf({ '2026-03': 20, '2026-05': 5 }));
    expect(points[0]).toEqual({ month: '2026-02', planned: 500, done: 500 });
    expect(points[1]).toEqual({ month: '2026-03', planned: 530, done: 520 });
    expect(points[2]).toEqual({ month: '2026-04', planned: 570, done: 520 });
    expect(points[3]).toEqual({ month: '2026-05', planned: 620, done: 525 });
    expect(points[4]).toEqual({ month: '2026-06', planned: 680, done: null });
    expect(points.at(-1)).toEqual({ month: '2026-12', planned: 1250, done: null });
  });
  test('a month before that stands in both counts once', () => {
    expect(doneSums(content, doneOf({ '2026-01': 99, '2026-03': 20 }))).toEqual({ done: 520, confirmed: 500 });
    expect(doneSums(content, doneOf({ '2026-03': 20 }, 'confirmed'))).toEqual({ done: 520, confirmed: 520 });
  });
  test('nothing known gives no points; a plan alone gives no line of what was done', () => {
    expect(curveOf(contentOf(), []).points).toEqual([]);
    const { points } = curveOf(contentOf({ plan: [{ year: 2026, fen: 780, months }] }), []);
    expect(points.every(({ done }) => done === null)).toBe(true);
    expect(lastMonthOf(contentOf(), [])).toBeNull();
  });
  test('after the plan has ended its whole is what should be there', () => {
    const curve = curveOf(content, doneOf({ '2027-03': 20 }));
    expect(paceAt(curve, '2027-03')).toEqual({ planned: 1250, done: 520 });
    expect(paceAt(curve, '2026-03')).toEqual({ planned: 530, done: 500 });
  });
});

test.each([
  ['2026-03-10', '2026-01'],
  ['2026-03-11', '2026-02'],
  ['2026-01-05', '2025-11'],
  ['2026-01-31', '2025-12'],
])('on %s the last report to be expected is of %s', (day, month) => {
  expect(expectedMonth(day)).toBe(month);
});

test('agrees with a sum that is taken anew for every month', () => {
  const plan = [2025, 2026, 2027].map((year) => ({
    year,
    fen: year % 2 === 0 ? 780 : 333,
    months: year % 2 === 0 ? months : null,
  }));
  const planned = contentOf({ plan, before: { fen: 77, until: '2025-06' } });
  const done = doneOf({ '2025-07': 3, '2025-12': 9, '2026-08': 50 });
  const parts = plannedByMonth(planned).months;
  for (const { month, planned: sum, done: made } of curveOf(planned, done).points) {
    const upTo = [...parts].filter(([each]) => each <= month).reduce((total, [, fen]) => total + fen, 77);
    const reported = done.filter((each) => each.month <= month).reduce((total, { fen }) => total + fen, 77);
    expect(sum).toBe(upTo);
    if (made !== null) expect(made).toBe(reported);
  }
});
