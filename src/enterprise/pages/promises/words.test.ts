import { expect, test } from 'vitest';
import { measuredText, promisedText } from './words.ts';

test('what was promised is said with its year and its unit', () => {
  expect(promisedText({ kind: 'revenue', amount: 60_000_000, year: 2025 })).toBe('2025 年营业收入 6,000 万元');
  expect(promisedText({ kind: 'land', amount: 3000, year: null })).toBe('土地 30 亩');
  expect(promisedText({ kind: 'service', amount: null, year: null })).toBe('服务');
});

test('what is short is said, what is more is not', () => {
  const of = { kind: 'jobs' as const, amount: 300, outcomeAmount: null };
  expect(measuredText({ ...of, measured: 260 })).toBe('实际 260 人，差 40 人');
  expect(measuredText({ ...of, measured: 300 })).toBe('实际 300 人');
  expect(measuredText({ ...of, measured: null })).toBeNull();
  expect(measuredText({ ...of, measured: 260, outcomeAmount: 310 })).toBe('实际 310 人');
  expect(measuredText({ ...of, kind: 'reward', amount: 500_000, measured: 100_000 })).toBe(
    '签订以来拿到的奖补共 10 万元',
  );
});
