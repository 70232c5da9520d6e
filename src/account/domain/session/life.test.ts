import { expect, test } from 'vitest';
import { dayIn, isAlive, isProven, isWorthTouching, passwordDue } from './life.ts';

const limits = { idleMinutes: 30, hours: 12 };
const session = { endedAt: null, seenAt: '2025-03-01T08:00:00.000Z', expiresAt: '2025-03-01T18:00:00.000Z' };

test('a session ends by itself: idle, over, or ended', () => {
  expect(isAlive(session, '2025-03-01T08:29:59.999Z', limits)).toBe(true);
  expect(isAlive(session, '2025-03-01T08:30:00.000Z', limits)).toBe(false);
  expect(isAlive({ ...session, seenAt: '2025-03-01T17:59:00.000Z' }, '2025-03-01T18:00:00.000Z', limits)).toBe(false);
  expect(isAlive({ ...session, endedAt: '2025-03-01T08:01:00.000Z' }, '2025-03-01T08:02:00.000Z', limits)).toBe(false);
});

test('its use is written down once a minute', () => {
  expect(isWorthTouching(session.seenAt, '2025-03-01T08:00:59.999Z')).toBe(false);
  expect(isWorthTouching(session.seenAt, '2025-03-01T08:01:00.000Z')).toBe(true);
});

test('a proof is fresh for ten minutes', () => {
  expect([isProven(null, session.seenAt), isProven(session.seenAt, '2025-03-01T08:09:59.000Z')]).toEqual([false, true]);
  expect(isProven(session.seenAt, '2025-03-01T08:10:00.000Z')).toBe(false);
});

test('the day is that of China', () => {
  expect([dayIn('2025-02-28T15:59:59.000Z'), dayIn('2025-02-28T16:00:00.000Z')]).toEqual(['2025-02-28', '2025-03-01']);
});

test('a password gets old only by a rule', () => {
  expect(passwordDue('2025-01-01T00:00:00.000Z', null)).toBeNull();
  expect(passwordDue('2025-01-01T00:00:00.000Z', 90)).toBe('2025-04-01T00:00:00.000Z');
  expect(passwordDue(null, 90)).toBeNull();
});
