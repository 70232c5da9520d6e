import { expect, test } from 'vitest';
import { momentOf } from './moment.ts';

test('the clock of China, wherever the browser stands', () => {
  expect(momentOf('2026-02-28T16:05:00.000Z')).toBe('2026-03-01 00:05');
});
