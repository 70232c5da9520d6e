import { expect, test } from 'vitest';
import { firstPeriods, timingWords } from './timing.ts';

const days = { opensAfter: 1, dueAfter: 10, remindBefore: 3 };

test('the days are said for the first period', () => {
  expect(timingWords({ ...days, frequency: 'month', firstPeriod: '2026-03' })).toBe(
    '2026 年 3 月的表：4 月 1 日开始填，4 月 10 日截止，4 月 7 日提醒。',
  );
});

test('a year is named where it is another one, before the end of the period too', () => {
  expect(timingWords({ ...days, remindBefore: 0, frequency: 'quarter', firstPeriod: '2026-Q4' })).toBe(
    '2026 年第四季度的表：2027 年 1 月 1 日开始填，2027 年 1 月 10 日截止，不提醒。',
  );
  expect(timingWords({ ...days, opensAfter: -30, frequency: 'year', firstPeriod: '2026' })).toBe(
    '2026 年的表：12 月 1 日开始填，2027 年 1 月 10 日截止，2027 年 1 月 7 日提醒。',
  );
});

test('nothing is said of what is not typed yet, or does not fit', () => {
  expect(timingWords({ ...days, frequency: 'quarter', firstPeriod: '2026-03' })).toBeNull();
  expect(timingWords({ ...days, frequency: 'month', firstPeriod: '' })).toBeNull();
  expect(timingWords({ ...days, dueAfter: null, frequency: 'month', firstPeriod: '2026-03' })).toBeNull();
  expect(timingWords({ ...days, dueAfter: 1.5, frequency: 'month', firstPeriod: '2026-03' })).toBeNull();
});

test('first periods to choose from lie around today', () => {
  expect(firstPeriods('2026-03-15', 'month')).toHaveLength(52);
  expect(firstPeriods('2026-03-15', 'month')[0]).toBe('2027-03');
  expect(firstPeriods('2026-03-15', 'quarter')).toContain('2026-Q1');
  expect(firstPeriods('2026-03-15', 'year')).toContain('2021');
  expect(firstPeriods('2026-03-15', undefined)).toEqual([]);
});
