import { expect, test } from 'vitest';
import { readCell } from './cell.ts';
import type { FieldForm } from './spec.ts';

const share: Extract<FieldForm, { kind: 'number' }> = {
  ...{ kind: 'number', unit: '%', decimals: 2, scale: 100, low: -10_000, high: 10_000, column: 'double' },
};

test.each([
  ['12.345', 1235],
  ['12.3449999999999999', 1234],
  ['-12.345', -1235],
  ['-12.344', -1234],
  ['0.004999', 0],
  ['-0.001', 0],
  ['99.995', 10_000],
  ['7.330058006616014e-05', 0],
  ['5e-3', 1],
  ['-5.1E-3', -1],
  ['1.2345e+1', 1235],
  ['9.9e1', 9900],
  ['12.3', 1230],
  ['12.30000000000000000', 1230],
])('what was divided out to more decimals than are kept is rounded, halves away from 0: %s', (text, stored) => {
  expect(readCell(text, { ...share, rounds: true })).toEqual({ value: stored });
});

test('a figure that is rounded over its limit is refused, and without rounding every further decimal is', () => {
  expect(readCell('100.005', { ...share, rounds: true })).toMatchObject({ code: 'facts-range' });
  expect(readCell('1e99', { ...share, rounds: true })).toMatchObject({ code: 'facts-not-a-number' });
  expect(readCell('1e3', share)).toMatchObject({ code: 'facts-not-a-number' });
  expect(readCell('12.345', share)).toEqual({ code: 'facts-decimals', limit: '2' });
  expect(readCell('12.3400', share)).toEqual({ value: 1234 });
});
