import { expect, test } from 'vitest';
import { dayAfter, joinsWith, periodsSince, windowOf, windowsUntil } from './schedule.ts';

const form = { firstPeriod: '2026-01', frequency: 'month', opensAfter: 1, dueAfter: 10 } as const;

test('days are counted from the last day of the period, over months and leap years', () => {
  expect(windowOf(form, '2026-01')).toEqual({ period: '2026-01', opensOn: '2026-02-01', dueOn: '2026-02-10' });
  expect(windowOf({ opensAfter: -5, dueAfter: 0 }, '2024-02')).toMatchObject({
    opensOn: '2024-02-24',
    dueOn: '2024-02-29',
  });
  expect(windowOf({ opensAfter: 1, dueAfter: 20 }, '2026-Q4')).toMatchObject({ opensOn: '2027-01-01' });
  expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28');
});
test('every period from the first one has begun whose opening day has come', () => {
  expect(windowsUntil(form, '2026-01-31')).toMatchObject({ begun: [], next: { period: '2026-01' } });
  const { begun, next } = windowsUntil(form, '2026-04-01');
  expect(begun.map(({ period }) => period)).toEqual(['2026-01', '2026-02', '2026-03']);
  expect(next.period).toBe('2026-04');
});
test('a form that has run for many years still makes the newest', () => {
  expect(windowsUntil({ ...form, firstPeriod: '2010-01' }, '2026-04-01').begun.at(-1)?.period).toBe('2026-03');
});
test('who joins reports the newest period that has begun, or the next', () => {
  expect(joinsWith(form, '2026-04-15')).toBe('2026-03');
  expect(joinsWith(form, '2026-01-15')).toBe('2026-01');
});
test('periods since the first', () => {
  expect(periodsSince(form, '2026-04-15')).toBe(3);
  expect(periodsSince({ ...form, firstPeriod: '2027-01' }, '2026-04-15')).toBe(0);
});
