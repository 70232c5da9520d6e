import { expect, test } from 'vitest';
import type { Block } from './block.ts';
import { chineseNumber, numberHeadings } from './number-headings.ts';

const heading = (level: 1 | 2 | 3 | 4, numbered = true): Block => ({ kind: 'heading', level, text: '标题', numbered });

test('each level counts below the one above it, and starts anew', () => {
  const levels = [1, 2, 3, 4, 4, 3, 2, 1, 2] as const;
  const numbers = numberHeadings(levels.map((level) => heading(level)));
  expect([...numbers.values()]).toEqual(['一、', '（一）', '1.', '（1）', '（2）', '2.', '（二）', '二、', '（一）']);
});

test('what is no numbered heading is not counted', () => {
  const numbers = numberHeadings([heading(1), { kind: 'paragraph', text: '' }, heading(1, false), heading(1)]);
  expect([...numbers]).toEqual([
    [0, '一、'],
    [3, '二、'],
  ]);
});

test.each([
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [99, '九十九'],
  [100, '一百'],
  [105, '一百〇五'],
  [110, '一百一十'],
  [321, '三百二十一'],
])('%i is %s', (count, words) => expect(chineseNumber(count)).toBe(words));
