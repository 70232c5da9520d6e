import { describe, expect, test } from 'vitest';
import { arabicNumber, exact, HAN_NUMBER, hanNumber, NUMBER, scaleOf } from './numeral.ts';

describe('hanNumber', () => {
  test.each([
    ['零', 0],
    ['一', 1],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十三', 23],
    ['一百', 100],
    ['一百零三', 103],
    ['一百二十', 120],
    ['三百六十五', 365],
    ['两千五百', 2500],
    ['一千零一', 1001],
    ['千', 1000],
  ])('%s is %d', (word, n) => {
    expect(hanNumber(word)).toBe(n);
  });

  test.each(['', '二五', '二〇二五', '万', '亿', '甲', '12'])('%j is no numeral of this kind', (word) => {
    expect(hanNumber(word)).toBeNull();
  });

  test('every number up to 9999 is read as it is said', () => {
    for (let n = 1; n < 10_000; n++) expect(hanNumber(said(n))).toBe(n);
  });
});

/** 1203 as 一千二百零三. */
function said(n: number): string {
  const digits = '零一二三四五六七八九';
  const powers = ['', '十', '百', '千'];
  let word = '';
  let gap = false;
  for (let p = 3; p >= 0; p--) {
    const d = Math.floor(n / 10 ** p) % 10;
    if (d === 0) {
      gap = word !== '';
      continue;
    }
    word += `${gap ? '零' : ''}${digits[d]}${powers[p]}`;
    gap = false;
  }
  return word;
}

test('Arabic numbers with thousands commas and decimals', () => {
  expect(arabicNumber('1,600')).toBe(1600);
  expect(arabicNumber('2.5')).toBe(2.5);
  expect(arabicNumber('12,345,678.9')).toBe(12345678.9);
});

test('patterns take a whole number and nothing else', () => {
  const whole = (pattern: string, s: string): boolean => new RegExp(`^(?:${pattern})$`).test(s);
  expect(['8', '1,600', '20.5', '12,345.67'].filter((s) => whole(NUMBER, s))).toEqual([
    '8',
    '1,600',
    '20.5',
    '12,345.67',
  ]);
  expect(['1,60', '.5', '5.', '八'].filter((s) => whole(NUMBER, s))).toEqual([]);
  expect(['二十', '两千五百'].filter((s) => whole(HAN_NUMBER, s))).toEqual(['二十', '两千五百']);
  expect(['万', '20'].filter((s) => whole(HAN_NUMBER, s))).toEqual([]);
});

test('scales multiply, no scale leaves the number as it is', () => {
  expect(['百', '千', '万', '千万', '亿', '千亿', '万亿'].map(scaleOf)).toEqual([1e2, 1e3, 1e4, 1e7, 1e8, 1e11, 1e12]);
  expect(scaleOf(undefined)).toBe(1);
});

test('the dust of binary multiplication is wiped off', () => {
  expect(exact(1.1 * 10_000)).toBe(11_000);
  expect(exact(0.1 + 0.2)).toBe(0.3);
});
