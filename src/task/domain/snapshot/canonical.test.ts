import { expect, test } from 'vitest';
import { canonicalPieces, canonicalText } from './canonical.ts';

test('the order of fields does not matter, that of lists does', () => {
  expect(canonicalText({ b: 1, a: { d: [2, 1], c: null } })).toBe('{"a":{"c":null,"d":[2,1]},"b":1}');
  expect(canonicalText({ a: { c: null, d: [2, 1] }, b: 1 })).toBe(canonicalText({ b: 1, a: { d: [2, 1], c: null } }));
  expect(canonicalText([1, 2])).not.toBe(canonicalText([2, 1]));
});

test('Chinese, quotation marks and odd keys are written as JSON writes them', () => {
  const value = { '“引号”': '换\n行"', 乙: '𠮷', __proto__x: false };
  expect(JSON.parse(canonicalText(value))).toEqual(value);
});

test('what is left out and what is undefined are the same; nothing is not null', () => {
  expect(canonicalText({ a: undefined, b: null })).toBe('{"b":null}');
  expect(canonicalText(-0)).toBe('0');
});

test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, undefined, () => 1, 1n, Symbol('a')])(
  'is not written down: %s',
  (value) => {
    expect(() => canonicalText(value)).toThrow(RangeError);
    expect(() => canonicalText([value])).toThrow(RangeError);
  },
);

test.each([
  {},
  { b: [], a: null },
  { z: [1, { y: 2, x: [3] }, '三'], a: { d: [2, 1], c: null }, none: undefined, n: -0 },
])('in pieces it is the same text: %j', (value) => {
  expect([...canonicalPieces(value)].join('')).toBe(canonicalText(value));
});
