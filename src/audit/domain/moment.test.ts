import { expect, test } from 'vitest';
import { momentOf } from './moment.ts';

test('a day is one of Chinese time, with its beginning and its end', () => {
  expect(momentOf('2025-03-01', 'start')).toBe('2025-02-28T16:00:00.000Z');
  expect(momentOf('2025-03-01', 'end')).toBe('2025-03-01T16:00:00.000Z');
});

test('a moment is itself', () => {
  expect(momentOf('2025-03-01T08:00+08:00', 'end')).toBe('2025-03-01T00:00:00.000Z');
  expect(momentOf('2025-03-01T00:00:00.5Z', 'start')).toBe('2025-03-01T00:00:00.500Z');
});

test.each(['', '2025', '2025-02-30', '2025-13-01', '2025-03-01T08:00', 'gestern', '2025-03-01T25:00Z'])(
  'neither: %s',
  (text) => {
    expect(momentOf(text, 'start')).toBeNull();
  },
);
