import { describe, expect, test } from 'vitest';
import { workingCalendarOf } from '../../../tests/examples/calendar.ts';
import { diceOf } from '../../indicator/domain/testing/dice.ts';
import { addDays, isDayText } from '../day.ts';
import type { Result } from '../result.ts';
import { type PublishedYear, workingCalendar } from './calendar.ts';
import { addWorkingDays, isWorkingDay, lastWorkingDay, workingDaysBetween } from './working-days.ts';

const { calendar } = workingCalendarOf();
const said = <T>(result: Result<T>): T | string =>
  result.ok ? result.value : `${result.refusals[0]?.code} ${result.refusals[0]?.given} ${result.refusals[0]?.limit}`;

describe('the published years', () => {
  test.each([
    ['2023-01-02', false],
    ['2023-01-28', true],
    ['2023-04-05', false],
    ['2023-04-06', true],
    ['2023-04-23', true],
    ['2023-10-07', true],
    ['2024-02-09', true],
    ['2024-02-18', true],
    ['2024-06-10', false],
    ['2024-12-31', true],
    ['2025-01-01', false],
    ['2025-01-26', true],
    ['2025-01-27', true],
    ['2025-01-28', false],
    ['2025-05-02', false],
    ['2025-10-08', false],
    ['2025-10-11', true],
    ['2026-01-04', true],
    ['2026-02-14', true],
    ['2026-02-28', true],
    ['2026-05-09', true],
    ['2026-09-20', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
    ['2026-12-31', true],
  ])('%s is worked: %s', (day, worked) => {
    expect(said(isWorkingDay(calendar, day))).toBe(worked);
  });

  test.each([
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, count) => {
    // Weekdays less the statutory days off, 11 until 2024 and 13 from 2025: what is moved is made up for.
    let ordinary = 0;
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
      if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) ordinary++;
    const found = said(workingDaysBetween(calendar, `${year}-01-01`, `${year}-12-31`));
    expect(found).toBe(count);
    expect(ordinary - count).toBe(year < 2025 ? 11 : 13);
  });

  test.each([
    ['2025-01-27', 1, '2025-02-05'],
    ['2025-01-24', 1, '2025-01-26'],
    ['2025-02-07', 1, '2025-02-08'],
    ['2025-09-30', 1, '2025-10-09'],
    ['2025-09-30', 3, '2025-10-11'],
    ['2025-10-01', 1, '2025-10-09'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2025-12-31', 1, '2026-01-04'],
    ['2026-02-24', -1, '2026-02-14'],
    ['2026-02-20', -1, '2026-02-14'],
    ['2026-02-20', 0, '2026-02-20'],
  ])('%s and %i working days: %s', (from, count, to) => {
    expect(said(addWorkingDays(calendar, from, count))).toBe(to);
  });

  test.each([
    ['2025-01', '2025-01-27'],
    ['2025-05', '2025-05-30'],
    ['2025-09', '2025-09-30'],
    ['2026-02', '2026-02-28'],
    ['2026-05', '2026-05-29'],
    ['2026-Q1', '2026-03-31'],
    ['2026', '2026-12-31'],
  ])('the last working day of %s is %s', (month, day) => {
    expect(said(lastWorkingDay(calendar, month))).toBe(day);
  });
});

describe('years that nobody published', () => {
  test('are refused with the year and the last published one', () => {
    expect(said(isWorkingDay(calendar, '2027-01-04'))).toBe('calendar-year-unpublished 2027 2026');
    expect(said(addWorkingDays(calendar, '2026-12-31', 1))).toBe('calendar-year-unpublished 2027 2026');
    expect(said(addWorkingDays(calendar, '2026-12-30', 1))).toBe('2026-12-31');
    expect(said(addWorkingDays(calendar, '2026-11-21', 1_000_000_000))).toBe('calendar-year-unpublished 2027 2026');
    expect(said(workingDaysBetween(calendar, '2026-06-01', '2028-06-01'))).toBe('calendar-year-unpublished 2028 2026');
    expect(said(lastWorkingDay(calendar, '2027-01'))).toBe('calendar-year-unpublished 2027 2026');
    expect(said(isWorkingDay(calendar, '2022-12-31'))).toBe('calendar-year-missing 2022 2026');
    expect(said(addWorkingDays(calendar, '2023-01-03', -1))).toBe('calendar-year-missing 2022 2026');
  });

  test('are refused also inside a span', () => {
    const holed = workingCalendar([
      { year: 2023, off: [], work: [] },
      { year: 2025, off: [], work: [] },
    ]);
    expect(said(workingDaysBetween(holed, '2023-12-01', '2025-01-10'))).toBe('calendar-year-missing 2024 2025');
    expect(said(workingDaysBetween(holed, '2025-01-10', '2023-12-01'))).toBe('calendar-year-missing 2024 2025');
    expect(said(addWorkingDays(holed, '2023-12-29', 1))).toBe('calendar-year-missing 2024 2025');
    expect(said(addWorkingDays(holed, '2025-01-01', -1))).toBe('calendar-year-missing 2024 2025');
    expect(said(addWorkingDays(holed, '2023-12-28', 1))).toBe('2023-12-29');
    expect(said(isWorkingDay(workingCalendar([]), '2025-01-01'))).toBe('calendar-year-unpublished 2025 null');
  });
});

test.each([
  '',
  '2025',
  '2025-02-29',
  '2025-13-01',
  '20250301',
  '2025-3-1',
  '٢٠٢٥-01-01',
  '2025-03-01T00:00',
  ' 2025-03-01',
])('no day: %j', (day) => {
  expect(said(isWorkingDay(calendar, day))).toMatch(/^day-unknown/);
  expect(said(addWorkingDays(calendar, day, 1))).toMatch(/^day-unknown/);
  expect(said(workingDaysBetween(calendar, '2025-01-01', day))).toMatch(/^day-unknown/);
  expect(said(workingDaysBetween(calendar, day, '2025-01-01'))).toMatch(/^day-unknown/);
});

test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('no number of days: %d', (count) => {
  expect(said(addWorkingDays(calendar, '2025-01-02', count))).toMatch(/^working-days-count/);
});
test.each(['', '2025-13', '2025-1', '2025-H1'])('no month: %j', (month) => {
  expect(said(lastWorkingDay(calendar, month))).toMatch(/^month-unknown/);
});

/** Walks from day to day as a clerk with a wall calendar would, by texts alone. */
function naive(years: readonly PublishedYear[]) {
  const worked = (day: string): boolean => {
    if (!years.some(({ year }) => day.startsWith(`${year}-`))) throw new RangeError(day.slice(0, 4));
    if (years.some(({ work }) => work.includes(day))) return true;
    if (years.some(({ off }) => off.some(({ from, to }) => from <= day && day <= to))) return false;
    return ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
  };
  const next = (day: string, by: 1 | -1): string => {
    const date = new Date(`${day}T12:00:00Z`);
    date.setUTCDate(date.getUTCDate() + by);
    return date.toISOString().slice(0, 10);
  };
  const add = (from: string, count: number): string => {
    worked(from);
    let day = from;
    for (let left = Math.abs(count); left > 0; ) {
      day = next(day, count > 0 ? 1 : -1);
      if (worked(day)) left--;
    }
    return day;
  };
  const between = (from: string, to: string): number => {
    let count = 0;
    for (let day = from; day !== to; ) {
      day = next(day, from < to ? 1 : -1);
      if (worked(day)) count++;
    }
    worked(from);
    return from < to ? count : -count;
  };
  return { worked, add, between };
}

/** A year with days off and make-up days strewn at random, some of them around its ends. */
function strewn(year: number, roll: (most: number) => number): PublishedYear {
  const off: { from: string; to: string }[] = [];
  for (let at = roll(12); at < 360; at += 20 + roll(60)) {
    const from = addDays(`${year}-01-01`, at);
    off.push({ from, to: addDays(from, roll(9)) });
  }
  const work: string[] = [];
  for (let at = roll(9); at < 365; at += 1 + roll(40)) {
    const day = addDays(`${year}-01-01`, at);
    const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
    if (weekend && !off.some(({ from, to }) => from <= day && day <= to)) work.push(day);
  }
  return { year, off: off.filter(({ to }) => to <= `${year}-12-31`), work };
}

test('agrees with a walk from day to day over random calendars', () => {
  const roll = diceOf(20_260_101);
  for (let round = 0; round < 12; round++) {
    const first = 2000 + roll(60);
    const years = Array.from({ length: 1 + roll(4) }, (_, at) => strewn(first + at, roll));
    const made = workingCalendar(years);
    const walk = naive(years);
    const guarded = <T>(ask: () => T): T | string => {
      try {
        return ask();
      } catch (cause) {
        return `refused ${(cause as Error).message}`;
      }
    };
    const answer = <T>(result: Result<T>): T | string =>
      result.ok ? result.value : `refused ${result.refusals[0]?.given}`;
    for (let each = 0; each < 40; each++) {
      const from = addDays(`${first}-01-01`, roll(365 * years.length + 10) - 5);
      const to = addDays(`${first}-01-01`, roll(365 * years.length));
      const count = roll(160) - 60;
      expect(isDayText(from)).toBe(true);
      expect(answer(isWorkingDay(made, from))).toBe(guarded(() => walk.worked(from)));
      expect(answer(addWorkingDays(made, from, count))).toBe(guarded(() => walk.add(from, count)));
      if (from >= `${first}-01-01` && from <= `${first + years.length - 1}-12-31`)
        expect(answer(workingDaysBetween(made, from, to))).toBe(walk.between(from, to) + 0);
    }
  }
});

test('adding and counting undo each other', () => {
  const roll = diceOf(7);
  for (let round = 0; round < 500; round++) {
    const from = addDays('2023-01-01', roll(1200));
    const count = roll(60);
    const to = addWorkingDays(calendar, from, count);
    if (to.ok) expect(said(workingDaysBetween(calendar, from, to.value))).toBe(count);
  }
});
