import { expect, test } from 'vitest';
import { daysAgo, notedHead } from './check-words.ts';

test('days count in Chinese time', () => {
  expect(daysAgo(7, new Date('2025-03-08T15:59:59Z'))).toBe('2025-03-01');
  expect(daysAgo(7, new Date('2025-03-08T16:00:00Z'))).toBe('2025-03-02');
});

test('a noted end is a number and a digest', () => {
  const head = `12:sm3:${'0a'.repeat(32)}`;
  expect([notedHead(` ${head}\n`), notedHead(' ')]).toEqual([head, '']);
  for (const wrong of ['12', `0:sm3:${'0a'.repeat(32)}`, `${head}0`, head.replace('sm3', 'md5')])
    expect(notedHead(wrong)).toBeNull();
});
