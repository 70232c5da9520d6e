import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentShown, rateTyped } from './percent.ts';

test('no artefact in either direction', () => {
  expect([0.07, 0.285, 1.1, 0].map(percentShown)).toEqual([7, 28.5, 110, 0]);
  expect([7, 28.5, 110, 0.1].map(rateTyped)).toEqual([0.07, 0.285, 1.1, 0.001]);
});

test('what is typed is shown again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (thousandths) => {
      const percent = Number(`${thousandths}e-3`);
      expect(percentShown(rateTyped(percent))).toBe(percent);
    }),
  );
});
