import { expect, test } from 'vitest';
import { csvCell, csvLine } from './csv.ts';

test.each([
  ['临江市', '临江市'],
  ['纺织，"锂电",电子', '"纺织，""锂电"",电子"'],
  ['两行\n字', '"两行\n字"'],
  [-12.5, '-12.5'],
  [0, '0'],
  [null, ''],
  ['', ''],
])('%j is written as %j', (value, expected) => {
  expect(csvCell(value)).toBe(expected);
});

test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', "=HYPERLINK('x')"])(
  'a text that would be a formula is made harmless: %j',
  (value) => {
    expect(csvCell(value).replace(/^"/, '')).toMatch(/^'/);
  },
);

test('a line', () => {
  expect(csvLine(['甲', 3, null, '=x'])).toBe(`甲,3,,"'=x"\r\n`);
});
