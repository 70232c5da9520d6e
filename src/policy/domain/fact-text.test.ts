import { expect, test } from 'vitest';
import type { Fact } from './check/facts.ts';
import { factText, figureText } from './fact-text.ts';

const number = (written: string, scale: number, decimals: number, high = 100_000): Fact => ({
  ...{ type: 'number', id: 'f', name: '数', from: '统计', written, unit: {}, perUnit: 1 },
  ...{ scale, decimals, low: 0, high },
});

test.each([
  [12_345_678, 10_000, '1,234.5678'],
  [5, 10_000, '0.0005'],
  [-25_000_000, 10_000_000, '-2.5'],
  [1_000_000, 10_000, '100'],
  [7, 1, '7'],
  [0, 10_000, '0'],
])('%d stored with %d is %s', (stored, scale, text) => {
  expect(figureText(stored, scale)).toBe(text);
});

test('each kind of fact in its own words', () => {
  expect(factText(number('万元', 10_000, 4, 1e12), 12_005_000)).toBe('1,200.5 万元');
  expect(factText(number('%', 100, 2), 850)).toBe('8.5%');
  expect(factText(number('年', 1, 0, 9999), 2025)).toBe('2025年');
  expect(factText(number('年', 1, 0, 9999), 0)).toBe('没有');
  expect(factText(number('年', 1, 0, 150), 40)).toBe('40 年');
  expect(factText(number('', 1, 0, 99_991_231), 20_240_315)).toBe('20240315');
  expect(factText({ type: 'flag', id: 'f', name: '在库', from: '名单' }, 1)).toBe('是');
  const options = [{ id: 'textile', name: '纺织服装' }];
  expect(factText({ type: 'choice', id: 'f', name: '产业链', from: '名单', options }, 0)).toBe('纺织服装');
});
