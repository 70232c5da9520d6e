import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactMoney, type MoneyUnit, moneyFigure, moneyText, moneyTyped, usualUnit } from './money.ts';

test.each<[number, MoneyUnit, string]>([
  [0, 'yuan', '0'],
  [1, 'yuan', '0.01'],
  [10, 'yuan', '0.10'],
  [123_450, 'yuan', '1,234.50'],
  [100, 'yuan', '1'],
  [-5, 'yuan', '-0.05'],
  [30_000, 'wan', '0.03'],
  [123_456_789, 'wan', '123.46'],
  [1_005_000, 'wan', '1.01'],
  [-1_005_000, 'wan', '-1.01'],
  [1, 'wan', '0.000001'],
  [50_000_000_000, 'yi', '5'],
  [12_345_678_901, 'yi', '1.2346'],
  [499_999, 'yi', '0.0000499999'],
  [-499_999, 'yi', '-0.0000499999'],
  [500_000, 'yi', '0.0001'],
  [9_007_199_254_740_991, 'yuan', '90,071,992,547,409.91'],
])('%i fen in %s is %s', (fen, unit, expected) => {
  expect(moneyFigure(fen, unit)).toBe(expected);
});

test('exactly, to the fen', () => {
  expect(exactMoney(12_345_678_901, 'yi')).toBe('1.2345678901');
  expect(exactMoney(12_345_678_901, 'wan')).toBe('12,345.678901');
  expect(exactMoney(12_345_678_901, 'yuan')).toBe('123,456,789.01');
  expect(exactMoney(2n ** 80n, 'yuan')).toBe('12,089,258,196,146,291,747,061.76');
});

test('in the unit in which people say it', () => {
  expect([999_999, 1_000_000, 9_999_999_999, 10_000_000_000].map(usualUnit)).toEqual(['yuan', 'wan', 'wan', 'yi']);
  expect(moneyText(-250_000_000, 'auto')).toBe('-250 万元');
  expect(moneyText(-250_000_000, 'yi')).toBe('-0.025 亿元');
});

test.each<[string, MoneyUnit, number | null]>([
  ['1,234.5', 'wan', 1_234_500_000],
  ['１２.３万', 'yuan', 12_300_000],
  [' 3.2 亿元', 'wan', 32_000_000_000],
  ['￥100', 'yuan', 10_000],
  ['0.10', 'yuan', 10],
  ['-0', 'yuan', 0],
  ['0.1000', 'yuan', 10],
  ['0.001', 'yuan', null],
  ['1.2.3', 'yuan', null],
  ['1e5', 'yuan', null],
  ['约3万', 'yuan', null],
  ['', 'yuan', null],
  ['999999999999999亿', 'yuan', null],
])('%j typed in %s is %s fen', (text, unit, expected) => {
  expect(moneyTyped(text, unit)).toBe(expected);
});

test('half a fen is refused, not rounded', () => {
  expect(() => moneyText(0.1 + 0.2, 'yuan')).toThrow(RangeError);
});

test('what is written exactly is read back as it was, in every unit', () => {
  const units = fc.constantFrom<MoneyUnit>('yuan', 'wan', 'yi');
  fc.assert(
    fc.property(fc.integer({ min: -9_000_000_000_000_000, max: 9_000_000_000_000_000 }), units, (fen, unit) => {
      expect(moneyTyped(exactMoney(fen, unit), unit)).toBe(fen === 0 ? 0 : fen);
    }),
  );
});
