import { expect, test } from 'vitest';
import { diceOf } from '../testing/dice.ts';
import * as f from './fraction.ts';

test('in lowest terms, the sign above', () => {
  expect(f.fraction(6n, -8n)).toEqual({ n: -3n, d: 4n });
  expect(f.fraction(0n, -5n)).toEqual({ n: 0n, d: 1n });
  expect(() => f.fraction(1n, 0n)).toThrow(RangeError);
  expect(() => f.over(f.fraction(1n), f.fraction(0n))).toThrow(RangeError);
});

test('halves go away from 0', () => {
  const rounded = [-3n, -2n, -1n, 0n, 1n, 2n, 3n].map((n) => f.nearestWhole(f.fraction(n, 2n)));
  expect(rounded).toEqual([-2n, -1n, -1n, 0n, 1n, 1n, 2n]);
  expect(f.scaled(f.fraction(1n, 3n), 10_000)).toBe(3333);
  expect(f.scaled(f.fraction(-1n, 8n), 100)).toBe(-13);
});

test('arithmetic, order and rounding agree with doubles of small numbers', () => {
  const dice = diceOf(1);
  const one = () => f.fraction(BigInt(dice(41) - 20), BigInt(1 + dice(12)));
  for (let round = 0; round < 2000; round += 1) {
    const [a, b] = [one(), one()];
    const [x, y] = [Number(a.n) / Number(a.d), Number(b.n) / Number(b.d)];
    expect(f.approximately(f.plus(a, b))).toBeCloseTo(x + y, 12);
    expect(f.approximately(f.minus(a, b))).toBeCloseTo(x - y, 12);
    expect(f.approximately(f.times(a, b))).toBeCloseTo(x * y, 12);
    if (b.n !== 0n) expect(f.approximately(f.over(a, b))).toBeCloseTo(x / y, 12);
    expect(Math.sign(f.compareFractions(a, b))).toBe(Math.abs(x - y) < 1e-9 ? 0 : Math.sign(x - y));
    expect([f.floorOf(a), f.ceilingOf(a)]).toEqual([BigInt(Math.floor(x)), BigInt(Math.ceil(x))]);
  }
});

test('a double of numbers far beyond doubles', () => {
  const huge = 10n ** 400n;
  expect(f.approximately(f.fraction(3n * huge + 1n, 4n * huge))).toBe(0.75);
  expect(f.approximately(f.fraction(-huge, huge * 1_000_003n))).toBeCloseTo(-1 / 1_000_003, 15);
  expect(f.approximately(f.fraction(7n))).toBe(7);
  expect(f.approximately(f.fraction(0n))).toBe(0);
});
