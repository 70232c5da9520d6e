import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NumberFact } from '../check/facts.ts';
import { formOfAnswer, readDay, readFigure, readYear } from './answer.ts';

const number = (changes: Partial<NumberFact>): NumberFact => ({
  ...{ id: 'x', name: '数', from: '报表', type: 'number', written: '万元', unit: { 元: 1 } },
  ...{ perUnit: 1, scale: 10_000, decimals: 4, low: 0, high: 1_000_000_000_000 },
  ...changes,
});
const money = number({});
const percent = number({ written: '%', unit: {}, scale: 100, decimals: 2, low: -10_000, high: 10_000 });
const year = number({ written: '年', unit: { 年: 1 }, scale: 1, decimals: 0, high: 9999 });
const age = number({ written: '年', unit: { 年: 1 }, scale: 1, decimals: 0, high: 150 });
const day = number({ written: '', unit: {}, scale: 1, decimals: 0, low: 19_000_101, high: 99_991_231 });

test('a fact is asked for by its type, unit and range', () => {
  expect(formOfAnswer(money)).toEqual({ kind: 'figure', units: ['万元', '元', '亿元'], decimals: 4 });
  expect(formOfAnswer(percent)).toMatchObject({ kind: 'figure', units: ['%'] });
  expect(formOfAnswer(year)).toEqual({ kind: 'year', mayBeNever: true });
  expect(formOfAnswer(age)).toMatchObject({ kind: 'figure', units: ['年'] });
  expect(formOfAnswer(day)).toEqual({ kind: 'day' });
  expect(formOfAnswer({ type: 'flag', id: 'f', name: '是', from: '' })).toEqual({ kind: 'flag' });
});

test.each<[string, string, number | string]>([
  ['1,234.5', '万元', 12_345_000],
  ['１２３４', '元', 1234],
  ['3.2亿', '万元', 320_000_000],
  ['50亿元', '元', 5_000_000_000],
  ['0.0001', '万元', 1],
  ['0.00001', '万元', 'answer-decimals'],
  ['1.5', '元', 'answer-decimals'],
  ['0.000000010', '亿元', 1],
  ['-1', '元', 'answer-range'],
  ['9999999999999999', '亿元', 'answer-range'],
  ['约3万', '元', 'answer-not-a-number'],
  ['12%', '元', 'answer-not-a-number'],
  ['1e5', '元', 'answer-not-a-number'],
  ['  ', '元', 'answer-empty'],
])('money typed as %j in %s is %s', (typed, unit, expected) => {
  const read = readFigure(money, typed, unit);
  expect('value' in read ? read.value : read.fault.code).toBe(expected);
});

test('shares, years and days', () => {
  expect(readFigure(percent, '-8.25%', '%')).toEqual({ value: -825 });
  expect(readFigure(percent, '8亿', '%')).toMatchObject({ fault: { code: 'answer-not-a-number' } });
  expect(readYear(year, '2025年')).toEqual({ value: 2025 });
  expect(readYear(year, '20256')).toMatchObject({ fault: { code: 'answer-not-a-number' } });
  expect(readDay(day, '2024-02-29')).toEqual({ value: 20_240_229 });
  expect(readDay(day, '2023-02-29')).toMatchObject({ fault: { code: 'answer-not-a-day' } });
  expect(readDay(day, '1800-01-01')).toMatchObject({ fault: { code: 'answer-range' } });
});

test('whatever is typed exactly is stored exactly, in every unit', () => {
  const units = fc.constantFrom(['元', 1n], ['万元', 10_000n], ['亿元', 100_000_000n]) as fc.Arbitrary<
    readonly [string, bigint]
  >;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), units, (yuan, [unit, times]) => {
      const [whole, rest] = [BigInt(yuan) / times, BigInt(yuan) % times];
      const typed = `${whole}.${String(rest).padStart(String(times).length - 1, '0')}`;
      expect(readFigure(money, typed.replace(/\.$/u, ''), unit)).toEqual({ value: yuan });
    }),
  );
});
