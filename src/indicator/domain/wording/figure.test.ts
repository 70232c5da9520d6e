import { expect, test } from 'vitest';
import { fraction } from '../number/fraction.ts';
import { diceOf } from '../testing/dice.ts';
import {
  amountWords,
  figureWords,
  millionthsWords,
  percentWords,
  rangeWords,
  roughWords,
  signedWords,
} from './figure.ts';
import { periodsWords, periodWords } from './period.ts';
import { roundedTo } from './unit.ts';
import { amountRemarks, mixWords } from './vintage.ts';

const wan = { unit: '万元', decimals: 0 };
const rate = { unit: '%', decimals: 1 };
const firms = { unit: '家', decimals: 0 };

test('figures with their unit', () => {
  expect(figureWords(1234n, wan)).toBe('1,234 万元');
  expect(figureWords(9999n, wan)).toBe('9,999 万元');
  expect(figureWords(10_000n, wan)).toBe('1 亿元');
  expect(figureWords(124_000n, wan)).toBe('12.4 亿元');
  expect(figureWords(123_456n, wan)).toBe('123,456 万元');
  expect(figureWords(-124_000n, wan)).toBe('−12.4 亿元');
  expect(figureWords(12_345_678n, { unit: '万元', decimals: 2 })).toBe('123,456.78 万元');
  expect(figureWords(300_000_000n, { unit: '元', decimals: 0 })).toBe('3 亿元');
  expect(figureWords(300_000n, { unit: '元', decimals: 2 })).toBe('3,000 元');
  expect(figureWords(-5n, rate)).toBe('−0.5%');
  expect(figureWords(0n, firms)).toBe('0 家');
  expect(figureWords(1_000_000n, firms)).toBe('1,000,000 家');
});

test('differences with signs, percentages in points', () => {
  expect(signedWords(83n, rate)).toBe('+8.3 个百分点');
  expect(signedWords(-3n, firms)).toBe('−3 家');
  expect(signedWords(0n, firms)).toBe('0 家');
  expect(amountWords(-124_000n, wan)).toBe('12.4 亿元');
});

test('a share is never rounded to nothing, nor to all', () => {
  expect(percentWords(fraction(83n, 1000n))).toBe('8.3%');
  expect(percentWords(fraction(9996n, 10_000n))).toBe('99.96%');
  expect(percentWords(fraction(99_999n, 100_000n))).toBe('99.999%');
  expect(percentWords(fraction(1n))).toBe('100%');
  expect(percentWords(fraction(4n, 10_000n))).toBe('0.04%');
  expect(percentWords(fraction(0n))).toBe('0%');
  expect(percentWords(fraction(-1n, 3n))).toBe('−33.3%');
  expect(millionthsWords(-200_000)).toBe('−20%');
});

test('estimates have three digits, the ends of a range lie outwards', () => {
  expect(roughWords(4_951_234n, wan)).toBe('495 亿元');
  expect(rangeWords(4_801_000n, 5_094_999n, wan)).toBe('480 亿至 510 亿元');
  expect(rangeWords(48n, 52n, firms)).toBe('48 至 52 家');
  expect(rangeWords(-1_234n, 5_678n, wan)).toBe('−1,240 至 5,680 万元');
  expect(rangeWords(9_000n, 12_000n, wan)).toBe('9,000 至 12,000 万元');
  expect(rangeWords(5n, 5n, firms)).toBe('5 家');
});

test('what is written is what was given: read back it is the same number', () => {
  const rolls = diceOf(7);
  const scales: Readonly<Record<string, number>> = { 元: 0, 万元: 4, 亿元: 8, 家: 0, '%': 0, 吨: 0, 万吨: 4, 亿吨: 8 };
  for (let round = 0; round < 3000; round += 1) {
    const unit = rolls.pick(['元', '万元', '亿元', '家', '%', '吨', '万吨']);
    const decimals = rolls(7);
    const digits = Array.from({ length: rolls(24) + 1 }, () => String(rolls(3) === 0 ? rolls(10) : 0)).join('');
    const value = (rolls(2) === 0 ? -1n : 1n) * BigInt(`${rolls(9) + 1}${digits}`);
    const text = figureWords(value, { unit, decimals });
    const found = /^(−?)(\d{1,3}(?:,\d{3})*)(?:\.(\d*[1-9]))? ?([^\d]*)$/u.exec(text);
    const [, sign = '', whole = '', rest = '', written = ''] = found ?? [];
    const places = decimals + (scales[written] ?? -99) - (scales[unit] ?? 0);
    const scaled = BigInt(whole.replaceAll(',', '') + rest.padEnd(places, '0'));
    expect([text, rest.length <= places, sign === '' ? scaled : -scaled]).toEqual([text, true, value]);
  }
});

test('rounding to leading digits brackets the value and keeps no more digits', () => {
  const rolls = diceOf(8);
  for (let round = 0; round < 1000; round += 1) {
    const value = BigInt(rolls(2_000_000)) - 1_000_000n;
    const [down, up, near] = [roundedTo(value, 3, 'down'), roundedTo(value, 3, 'up'), roundedTo(value, 3)];
    expect(down <= value && value <= up && (near === down || near === up)).toBe(true);
    const distance = (of: bigint) => (of > value ? of - value : value - of);
    expect(distance(near) <= distance(down) && distance(near) <= distance(up)).toBe(true);
    expect(String(near).replace('-', '').replace(/0+$/u, '').length).toBeLessThanOrEqual(3);
  }
});

test('periods one by one and in runs', () => {
  expect(['2026', '2026-Q1', '2026-03'].map(periodWords)).toEqual(['2026 年', '2026 年第一季度', '2026 年 3 月']);
  expect(periodsWords(['2026-02', '2026-06', '2026-04', '2026-05'])).toBe('2026 年 2 月、4 月至 6 月');
  expect(periodsWords(['2025-12', '2026-01'])).toBe('2025 年 12 月，2026 年 1 月');
  expect(periodsWords(['2026-Q1', '2026-Q2', '2026-Q4'])).toBe('2026 年第一季度、第二季度、第四季度');
  expect(periodsWords(['2023', '2024', '2025'])).toBe('2023 年至 2025 年');
  expect(periodsWords([])).toBe('');
});

test('what a sum lacks and mixes', () => {
  const none = { preliminary: 0, revised: 0, final: 0 };
  expect(mixWords({ preliminary: 3, revised: 1, final: 9 })).toBe('合计里有 3 个初步数、1 个修订数');
  expect([mixWords({ ...none, final: 9 }), mixWords(none)]).toEqual([null, null]);
  expect(mixWords({ ...none, preliminary: 2 })).toBe('全是初步数');
  expect(
    amountRemarks({ missing: ['2026-02'], reporters: { expected: 20, missing: 1, periods: [] }, vintages: none }),
  ).toEqual(['缺 2026 年 2 月的数。', '应报 20 份，还有 1 份没有报。']);
});
