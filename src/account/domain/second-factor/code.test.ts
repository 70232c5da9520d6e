import { expect, test } from 'vitest';
import { acceptedStep, digitsOf, recoveryCodeOf, stepAt } from './code.ts';

const now = '2025-03-01T08:00:10.000Z';
const step = stepAt(now);
const codeOf = (wanted: number) => (given: number) => given === wanted;

test('a step is thirty seconds from 1970', () => {
  expect([
    stepAt('1970-01-01T00:00:29.999Z'),
    stepAt('1970-01-01T00:00:30.000Z'),
    stepAt('2005-03-18T01:58:29Z'),
  ]).toEqual([0, 1, 37_037_036]);
});

test('one step off either way is let pass, two are not', () => {
  const accepted = [-2, -1, 0, 1, 2].map((off) => acceptedStep(now, null, codeOf(step + off)));
  expect(accepted).toEqual([null, step - 1, step, step + 1, null]);
});

test('a code counts once, and none from before it after that', () => {
  expect(acceptedStep(now, step, codeOf(step))).toBeNull();
  expect(acceptedStep(now, step, codeOf(step - 1))).toBeNull();
  expect(acceptedStep(now, step, codeOf(step + 1))).toBe(step + 1);
  expect(acceptedStep(now, step - 1, codeOf(step))).toBe(step);
});

test('codes as people type them', () => {
  expect([digitsOf('123 456'), digitsOf('１２３４５６'), digitsOf('12345'), digitsOf('12345a')]).toEqual([
    '123456',
    '123456',
    null,
    null,
  ]);
  expect(recoveryCodeOf(' A1B2C d3e4f-g5h6j ')).toBe('a1b2c-d3e4f-g5h6j');
  expect(recoveryCodeOf('OIL00-00000-00000')).toBe('01100-00000-00000');
  expect(recoveryCodeOf('123456')).toBeNull();
});
