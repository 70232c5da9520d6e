import { expect, test } from 'vitest';
import { dayOf, isDay, weekOf } from './calendar.ts';

test.each([
  ['2025-03-05T15:59:59.999Z', '2025-03-05'],
  ['2025-03-05T16:00:00.000Z', '2025-03-06'],
  ['2024-12-31T16:00:00.000Z', '2025-01-01'],
])('%s is on %s', (moment, day) => {
  expect(dayOf(moment)).toBe(day);
});

test.each([
  ['2025-03-05', '2025-03-03', '2025-03-09'],
  ['2025-03-03', '2025-03-03', '2025-03-09'],
  ['2025-03-09', '2025-03-03', '2025-03-09'],
  ['2025-01-01', '2024-12-30', '2025-01-05'],
  ['2024-02-29', '2024-02-26', '2024-03-03'],
])('%s is in the week from %s to %s', (day, from, to) => {
  expect(weekOf(day)).toEqual({ from, to });
});

test.each([
  ['2025-02-28', true],
  ['2025-02-30', false],
  ['2025-13-01', false],
])('%s is a day: %s', (day, is) => {
  expect(isDay(day)).toBe(is);
});
