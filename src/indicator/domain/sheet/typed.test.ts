import { expect, test } from 'vitest';
import { plainNumber, readTyped } from './typed.ts';

test.each([
  ['1,234.50', 2, 123_450],
  ['１２．５', 2, 1250],
  ['−3', 0, -3],
  ['0', 2, 0],
  ['-0', 0, 0],
  ['0.30000000000000004', 2, 30],
  ['90071992547409.91', 2, 9_007_199_254_740_991],
])('%s with %i decimals is %i', (text, decimals, value) => {
  expect(readTyped(text, decimals)).toEqual({ value, reason: null });
});
test.each([
  ['约三百', 'cell-not-a-number'],
  ['1.234', 'figure-too-fine'],
  ['90071992547409.92', 'figure-too-large'],
  ['无', 'figure-none-why'],
  ['=1+1', 'cell-not-a-number'],
])('%s is refused', (text, code) => {
  expect(readTyped(text, 2)).toEqual({ code });
});
test('a stated none keeps its reason', () => {
  expect(readTyped('无：没有出口', 2)).toEqual({ value: null, reason: '没有出口' });
});
test.each([123_450, -7, 0, 9_007_199_254_740_991])('%i is written so that it is read back', (value) => {
  expect(readTyped(String(plainNumber(value, 2)), 2)).toEqual({ value, reason: null });
});
