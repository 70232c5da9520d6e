import { expect, test } from 'vitest';
import { numeral } from './numerals.ts';

test.each([
  [
    'chineseCountingThousand',
    [1, 10, 11, 20, 35, 100, 105, 110, 1010],
    '一 十 十一 二十 三十五 一百 一百零五 一百一十 一千零一十',
  ],
  ['chineseCounting', [9, 10, 99, 100], '九 十 九十九 一〇〇'],
  ['ideographDigital', [1, 10, 23], '一 一〇 二三'],
  ['chineseLegalSimplified', [1, 10, 12, 25], '壹 壹拾 壹拾贰 贰拾伍'],
  ['decimalEnclosedCircle', [1, 20, 21, 50, 51], '① ⑳ ㉑ ㊿ 51'],
  ['decimalEnclosedParen', [1, 20, 21], '⑴ ⒇ 21'],
  ['decimalEnclosedFullstop', [1, 20], '⒈ ⒛'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
  ['ideographZodiac', [1, 12], '子 亥'],
  ['ideographEnclosedCircle', [1, 10], '㊀ ㊉'],
  ['upperRoman', [4, 9, 14, 1999], 'IV IX XIV MCMXCIX'],
  ['lowerLetter', [1, 26, 27], 'a z aa'],
  ['decimalZero', [3, 12], '03 12'],
  ['decimalFullWidth', [15], '１５'],
  ['unknownFormat', [7], '7'],
] as const)('%s', (format, numbers, printed) => {
  expect(numbers.map((n) => numeral(format, n)).join(' ')).toBe(printed);
});

test('bullets and none print nothing', () => {
  expect(numeral('bullet', 1) + numeral('none', 1)).toBe('');
});
