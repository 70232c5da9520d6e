import { expect, test } from 'vitest';
import { reminderDay } from './reminder.ts';

test.each([
  ['2026-03-23', null],
  ['2026-03-24', '2026-03-24'],
  ['2026-03-27', '2026-03-24'],
  ['2026-03-28', '2026-03-28'],
  ['2026-03-30', '2026-03-30'],
  ['2026-03-31', '2026-03-30'],
  ['2026-04-01', null],
])('on %s of a round that ends on 31 March the reminder of %s is due', (today, day) => {
  expect(reminderDay('2026-03-31', today)).toBe(day);
});
