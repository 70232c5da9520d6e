import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeInPermille, changeText, figureText, plainText, readFigure } from './figure-text.ts';

const money = { unit: '万元', decimals: 2 };
const value = (text: string, form = money) => {
  const read = readFigure(text, form);
  return read.kind === 'figure' ? read.value : read.kind;
};
const why = (text: string, form = money) => {
  const read = readFigure(text, form);
  return read.kind === 'unreadable' ? read.why : read.kind;
};

describe('what people write for a figure', () => {
  test.each([
    ['1234.5', 123_450],
    ['1,234.50', 123_450],
    ['１２３４．５', 123_450],
    ['１，２３４', 123_400],
    [' 1 234 ', 123_400],
    ['\u00a01234\u3000', 123_400],
    ['1,2345', 1_234_500],
    ['-3', -300],
    ['−3', -300],
    ['－３', -300],
    ['负3.2', -320],
    ['(1,234)', -123_400],
    ['（12）', -1200],
    ['+5', 500],
    ['.5', 50],
    ['5.', 500],
    ['1.2300', 123],
    ['-0', 0],
    ['0', 0],
    ['￥12', 1200],
    ['12万元', 1200],
  ])('%s', (text, expected) => {
    expect(value(text)).toBe(expected);
    expect(Object.is(value(text), -0)).toBe(false);
  });

  test('percent where the unit is percent', () => {
    const percent = { unit: '%', decimals: 1 };
    expect(value('12.5%', percent)).toBe(125);
    expect(value('12.5％', percent)).toBe(125);
    expect(why('12.5%')).toBe('这一列的单位是万元，不是百分比');
  });

  test('“there is none” is neither blank nor 0', () => {
    for (const text of ['/', '—', '——', '-', '－', '无', '没有', 'N/A', '不适用']) expect(value(text)).toBe('none');
    for (const text of ['', '  ', '\u3000']) expect(value(text)).toBe('blank');
  });
});

test('what is no figure says why', () => {
  expect(why('1.234')).toBe('这一列保留 2 位小数，写了 3 位');
  expect(why('1.5', { unit: '人', decimals: 0 })).toBe('这一列只填整数，写了 1 位小数');
  expect(why('1.23E+07')).toContain('科学记数法');
  expect(why('1,23')).toContain('逗号');
  expect(why('12亿')).toBe('这一列的单位是万元，请换算后只填数');
  expect(why('约十二')).toBe('“约十二”不是数');
  expect(why('1.2.3')).toBe('“1.2.3”不是数');
  expect(why('--5')).toBe('“--5”不是数');
  expect(why('9'.repeat(17))).toBe('这个数太大，存不下');
  expect(why('9'.repeat(100_000))).toBe('内容太长，不是一个数');
});

test('each figure is written and read back exactly, with and without commas', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }), (figure, decimals) => {
      const form = { unit: '', decimals };
      expect(value(figureText(figure, decimals), form)).toBe(figure === 0 ? 0 : figure);
      expect(value(plainText(figure, decimals), form)).toBe(figure === 0 ? 0 : figure);
      expect(figureText(figure, decimals).replaceAll(',', '')).toBe(plainText(figure, decimals));
    }),
  );
  expect(figureText(-123_456_789, 2)).toBe('-1,234,567.89');
  expect(figureText(123_456, 4)).toBe('12.3456');
  expect(figureText(5, 2)).toBe('0.05');
});

test('whatever is typed is read as one of four, and a figure is never rounded', () => {
  const typed = fc.stringMatching(/^[-−+(]?[0-9０-９,，. ]{0,12}[)%万元eE]?$/u);
  fc.assert(
    fc.property(fc.oneof(typed, fc.string()), (text) => {
      const read = readFigure(text, money);
      if (read.kind === 'unreadable') expect(read.why).not.toBe('');
      if (read.kind !== 'figure') return;
      const digits = (given: string) =>
        given
          .normalize('NFKC')
          .replace(/[^\d.]/gu, '')
          .replace(/^0+/u, '');
      const shown = digits(plainText(read.value, 2)).replace(/\.?0*$/u, '');
      expect(
        digits(text)
          .replace(/(\.\d*?)0*$/u, '$1')
          .replace(/\.$/u, '')
          .replace(/^$/u, ''),
      ).toBe(shown);
    }),
  );
});

test('a change names no rate over 0 or less', () => {
  expect(changeInPermille(1125, 1000)).toBe(125);
  expect(changeText(1125, 1000)).toBe('+12.5%');
  expect(changeText(875, 1000)).toBe('-12.5%');
  expect(changeText(1000, 1000)).toBe('持平');
  expect(changeText(10_001, 10_000)).toBe('不到 0.1%');
  expect(changeText(5, 0)).toBe('—');
  expect(changeText(5, -3)).toBe('—');
  expect(changeText(null, 3)).toBe('—');
  // Halves go away from zero; nothing is lost at the ends of what can be kept.
  expect(changeInPermille(20_001, 20_000)).toBe(0);
  expect(changeInPermille(20_010, 20_000)).toBe(1);
  expect(changeInPermille(19_990, 20_000)).toBe(-1);
  expect(changeInPermille(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1)).toBe(0);
});
