import { expect, test } from 'vitest';
import { growthExponent, type Measure, measure, scan } from './bench.ts';
import { benchTexts, gazette } from './texts.ts';

test('a gazette is as long as a real one, and the texts hold something to read', () => {
  expect(gazette(['甲', '乙'], 9)).toBe('甲\n\n乙\n\n甲\n\n');
  expect(gazette([])).toBe('');
  const [own] = benchTexts();
  expect(own?.text.length).toBeGreaterThan(90_000);
});

test('every measure counts the characters of its copies, and copies hold as much as they should', () => {
  const text = '临江市丝绸产业链行动方案\n\n一、目标\n\n到2027年，营业收入突破60亿元，培育企业20家以上。\n';
  const [one, four] = measure(text, [1, 4], () => {});
  expect([one?.characters, four?.characters]).toEqual([text.length, text.length * 4 + 3]);
  expect(one?.items).toBeGreaterThan(0);
  expect(four?.items).toBe((one?.items ?? 0) * 4);
  expect(scan('到2027年 60亿元')).toBe(5);
});

test('growth: linear is 1, quadratic is 2', () => {
  const at = (characters: number, seconds: number): Measure => ({
    ...{ times: 1, scanSeconds: 1, peakBytes: 0, documents: 1, items: 0 },
    ...{ characters, seconds },
  });
  expect(growthExponent([at(100, 1), at(1600, 16)])).toBeCloseTo(1);
  expect(growthExponent([at(100, 1), at(1600, 256)])).toBeCloseTo(2);
});
