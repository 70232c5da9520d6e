import { expect, test } from 'vitest';
import { diceOf } from '../testing/dice.ts';
import { checkRatio, checkSum } from './form.ts';
import type { RatioRule, SumRule } from './rules.ts';

const sum: SumRule = { total: 't', parts: ['a', 'b', 'c'], tolerance: 1, severity: 'hard' };
const typed = (t: number | null, ...parts: (number | null)[]) =>
  new Map([['t', t] as const, ...parts.map((part, at) => ['abc'[at] ?? '', part] as const)]);

test('parts come to their total; while something is not typed nothing is said', () => {
  expect(checkSum(typed(10, 3, 3, 5), sum, true)).toBeNull();
  expect(checkSum(typed(10, 3, 3, 6), sum, true)).toEqual({
    ...{ code: 'sum-differs', severity: 'hard', indicatorId: 't', given: 10, limit: 12 },
    detail: { kind: 'indicators', ids: ['a', 'b', 'c'] },
  });
  expect(checkSum(typed(10, 3, 3), sum, true)).toBeNull();
  expect(checkSum(typed(10, 3, null, 9), sum, true)).toMatchObject({ limit: 12 });
  expect(checkSum(typed(10, 3, null, 9), sum, false)).toBeNull();
  expect(checkSum(typed(null, 3, 3, 9), sum, true)).toBeNull();
  // Exact beyond what doubles can add.
  const huge = 2 ** 53 - 1;
  expect(checkSum(typed(huge, huge, 1, 1), sum, true)).not.toBeNull();
});

test('a ratio stays between its limits, the border belongs to it', () => {
  const rule: RatioRule = { above: 'a', below: 'b', low: 100_000, high: 500_000, severity: 'soft' };
  const of = (a: number | null, b: number | null) =>
    checkRatio(
      new Map([
        ['a', a],
        ['b', b],
      ]),
      rule,
    );
  expect(of(1, 10)).toBeNull();
  expect(of(5, 10)).toBeNull();
  expect(of(51, 100)).toMatchObject({ code: 'ratio-above', given: 510_000, limit: 500_000 });
  expect(of(9, 100)).toMatchObject({ code: 'ratio-below', given: 90_000, limit: 100_000 });
  expect(of(-9, -100)).toMatchObject({ code: 'ratio-below' });
  expect([of(5, 0), of(null, 5), of(5, null)]).toEqual([null, null, null]);
  const dice = diceOf(61);
  for (let round = 0; round < 2000; round += 1) {
    const [a, b] = [dice(200) - 100, dice(41) - 20];
    const inside = b === 0 || (a / b >= 0.1 - 1e-12 && a / b <= 0.5 + 1e-12);
    expect(of(a, b) === null).toBe(inside);
  }
});
