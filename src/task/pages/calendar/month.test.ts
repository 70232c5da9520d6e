import { expect, test } from 'vitest';
import { byDay, dayFrom, monthWords, shiftedMonth, weekday, weeksOf } from './month.ts';

test('a month lies in whole weeks from Monday', () => {
  const weeks = weeksOf('2026-11');
  expect(weeks.map((week) => week[0])).toEqual([
    '2026-10-26',
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
  ]);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06');
});

test('a February that fits has four weeks and no other days', () => {
  expect(weeksOf('2027-02')).toHaveLength(4);
  expect(weeksOf('2027-02').flat()[0]).toBe('2027-02-01');
});

test('weekdays are those of a wall calendar', () => {
  expect(['2026-11-21', '2026-11-22', '2026-11-23', '1969-12-31'].map(weekday)).toEqual([5, 6, 0, 2]);
});

test('months go over the year', () => {
  expect([shiftedMonth('2026-01', -1), shiftedMonth('2026-12', 1), shiftedMonth('2026-11', -23)]).toEqual([
    ...['2025-12', '2027-01', '2024-12'],
  ]);
});

test('keys move by days, weeks and months, and a month without that day ends earlier', () => {
  expect(dayFrom('ArrowLeft', '2026-03-01')).toBe('2026-02-28');
  expect(dayFrom('ArrowDown', '2026-11-28')).toBe('2026-12-05');
  expect([dayFrom('Home', '2026-11-21'), dayFrom('End', '2026-11-21')]).toEqual(['2026-11-16', '2026-11-22']);
  expect([dayFrom('PageDown', '2026-01-31'), dayFrom('PageUp', '2024-03-31')]).toEqual(['2026-02-28', '2024-02-29']);
  expect(dayFrom('x', '2026-01-31')).toBeNull();
});

test('things are found by their day, in the order they came', () => {
  const days = byDay([
    { on: '2026-11-03', what: 1 },
    { on: '2026-11-02', what: 2 },
    { on: '2026-11-03', what: 3 },
  ]);
  expect(days.get('2026-11-03')?.map(({ what }) => what)).toEqual([1, 3]);
  expect(days.get('2026-11-04')).toBeUndefined();
  expect(monthWords('2026-07')).toBe('2026年7月');
});
