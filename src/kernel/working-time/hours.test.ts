import { describe, expect, test } from 'vitest';
import { workingCalendarOf } from '../../../tests/examples/calendar.ts';
import { diceOf } from '../../indicator/domain/testing/dice.ts';
import { addDays } from '../day.ts';
import { deadlineAfter, type WorkingSpan } from './hours.ts';
import { isWorkingDay } from './working-days.ts';

const { calendar, hours } = workingCalendarOf();
const due = (from: string, span: WorkingSpan, open = hours): string => {
  const found = deadlineAfter(calendar, open, from, span);
  return found.ok ? found.value : (found.refusals[0]?.code ?? '');
};

describe('working hours run only while the office is open', () => {
  test.each([
    ['2025-03-03T09:00', 1, '2025-03-03T10:00'],
    ['2025-03-03T11:30', 1, '2025-03-03T13:30'],
    ['2025-03-03T11:00', 1, '2025-03-03T12:00'],
    ['2025-03-03T12:20', 1, '2025-03-03T14:00'],
    ['2025-03-03T16:00', 1, '2025-03-03T17:00'],
    ['2025-03-03T16:30', 1, '2025-03-04T09:30'],
    ['2025-03-03T17:00', 1, '2025-03-04T10:00'],
    ['2025-03-03T23:59', 1, '2025-03-04T10:00'],
    ['2025-03-03T00:00', 7, '2025-03-03T17:00'],
    ['2025-03-03T00:00', 7.5, '2025-03-04T09:30'],
    ['2025-01-27T16:00', 2, '2025-02-05T10:00'],
    ['2025-02-01T10:00', 2, '2025-02-05T11:00'],
    ['2025-10-10T16:00', 2, '2025-10-11T10:00'],
    ['2026-02-14T16:59', 8, '2026-02-25T09:59'],
  ])('%s and %d hours: %s', (from, span, to) => {
    expect(due(from, { hours: span })).toBe(to);
  });
});

test.each([
  ['2025-03-03T16:30', 2, '2025-03-05T17:00'],
  ['2025-03-03T08:00', 1, '2025-03-04T17:00'],
  ['2025-09-30T10:00', 2, '2025-10-10T17:00'],
  ['2025-10-04T10:00', 1, '2025-10-09T17:00'],
])('%s and %i working days: when the office closes, %s', (from, days, to) => {
  expect(due(from, { days })).toBe(to);
});

test.each([
  ['2026-12-31T16:30', { hours: 1 }, 'calendar-year-unpublished'],
  ['2027-01-01T10:00', { hours: 1 }, 'calendar-year-unpublished'],
  ['2026-12-30T10:00', { days: 2 }, 'calendar-year-unpublished'],
  ['2026-12-31T16:00', { hours: 1 }, '2026-12-31T17:00'],
  ['2025-03-03', { hours: 1 }, 'moment-unknown'],
  ['2025-02-30T10:00', { hours: 1 }, 'moment-unknown'],
  ['2025-03-03T24:00', { hours: 1 }, 'moment-unknown'],
  ['2025-03-03T10:00', { hours: 0 }, 'working-span'],
  ['2025-03-03T10:00', { hours: -1 }, 'working-span'],
  ['2025-03-03T10:00', { hours: 0.001 }, 'working-span'],
  ['2025-03-03T10:00', { minutes: 0.5 }, 'working-span'],
  ['2025-03-03T10:00', { minutes: 61 }, '2025-03-03T11:01'],
  ['2025-03-03T10:00', { days: 1.5 }, 'working-span'],
  ['2025-03-03T10:00', { days: Number.NaN }, 'working-span'],
  ['2025-03-03T10:00', { hours: 1e9 }, 'calendar-year-unpublished'],
] as const)('%s %j: %s', (from, span, said) => {
  expect(due(from, span)).toBe(said);
});

test.each([
  [[]],
  [[{ from: '09:00', to: '09:00' }]],
  [[{ from: '12:00', to: '09:00' }]],
  [[{ from: '9:00', to: '12:00' }]],
  [
    [
      { from: '09:00', to: '12:00' },
      { from: '11:00', to: '17:00' },
    ],
  ],
])('no hours of an office: %j', (open) => {
  expect(due('2025-03-03T10:00', { hours: 1 }, open)).toBe('working-hours-order');
});

test('agrees with a walk from minute to minute', () => {
  const roll = diceOf(31);
  for (let round = 0; round < 60; round++) {
    const day = addDays('2025-01-20', roll(300));
    const minute = roll(1440);
    const wanted = 1 + roll(1500);
    const clock = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    let [today, at, left] = [day, minute, wanted];
    while (left > 0) {
      const worked = isWorkingDay(calendar, today);
      const open = worked.ok && worked.value && ((at >= 540 && at < 720) || (at >= 780 && at < 1020));
      if (open) left--;
      at++;
      if (left > 0 && at === 1440) [today, at] = [addDays(today, 1), 0];
    }
    expect(due(`${day}T${clock(minute)}`, { minutes: wanted })).toBe(`${today}T${clock(at)}`);
  }
});
