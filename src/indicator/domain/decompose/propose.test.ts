import { expect, test } from 'vitest';
import { approximately, fraction } from '../number/fraction.ts';
import { diceOf } from '../testing/dice.ts';
import { proposeGrowth, proposeRatio, proposeSum, type Receiver } from './propose.ts';

const receiver = (id: string, last: number | null, more: Partial<Receiver> = {}): Receiver => ({
  ...{ id, last: last === null ? null : BigInt(last), below: null, fixed: null },
  ...more,
});
const sum = (values: readonly bigint[]) => values.reduce((all, value) => all + value, 0n);

test('a sum by share of last year; who had nothing is named and gets nothing', () => {
  const given = [receiver('a', 50), receiver('b', 25), receiver('c', null), receiver('d', 25), receiver('e', -3)];
  expect(proposeSum(103n, given)).toEqual({
    ...{ ok: true, method: 'share', total: 103n },
    parts: [
      { id: 'a', value: 51n, level: 51n, share: fraction(1n, 2n) },
      { id: 'b', value: 26n, level: 26n, share: fraction(1n, 4n) },
      { id: 'd', value: 26n, level: 26n, share: fraction(1n, 4n) },
    ],
    without: [
      { id: 'c', last: null },
      { id: 'e', last: -3n },
    ],
  });
});

test('what was settled by hand stays, and can be too much', () => {
  const fixed = [receiver('a', 50, { fixed: 90n }), receiver('b', 25), receiver('c', 75)];
  const found = proposeSum(100n, fixed);
  expect(found.ok && found.parts.map(({ level }) => level)).toEqual([90n, 3n, 7n]);
  expect(proposeSum(80n, fixed)).toEqual({ ok: false, why: { code: 'fixed-exceed', given: 90n, limit: 80n } });
  expect(proposeSum(80n, [receiver('a', null), receiver('b', 0)])).toEqual({ ok: false, why: { code: 'no-shares' } });
  expect(proposeSum(90n, [receiver('a', 50, { fixed: 90n })])).toMatchObject({ ok: true, without: [] });
});

test('growth: everybody alike, and the levels come to the grown sum exactly', () => {
  const given = [receiver('a', 333), receiver('b', 334), receiver('c', 333), receiver('d', 0)];
  const found = proposeGrowth(80_000n, given);
  expect(found).toMatchObject({ ok: true, method: 'same-rate', total: 1080n, without: [{ id: 'd', last: 0n }] });
  expect(found.ok && found.parts.map(({ value, level }) => [value, level])).toEqual([
    [80_000n, 360n],
    [80_000n, 361n],
    [80_000n, 359n],
  ]);
  const [one, , ...others] = given;
  const settled = proposeGrowth(80_000n, [...(one ? [one] : []), receiver('b', 334, { fixed: 0n }), ...others]);
  // 334 stay as they are; 666 have to make 746.
  expect(settled.ok && settled.parts.map(({ value, level }) => [value, level])).toEqual([
    [120_120n, 373n],
    [0n, 334n],
    [120_120n, 373n],
  ]);
});

test('a ratio: every one moves by the same factor, and together they come to it', () => {
  // 2.00 % and 4.00 % last year, 3.00 % together; 3.30 % wanted.
  const given = [receiver('a', 200, { below: 10_000n }), receiver('b', 400, { below: 10_000n })];
  const found = proposeRatio(330n, 10_000n, [...given, receiver('c', 5, { below: null })]);
  expect(found).toMatchObject({ ok: true, method: 'same-factor', total: 660n, without: [{ id: 'c', last: null }] });
  expect(found.ok && found.parts.map(({ value, level }) => [value, level])).toEqual([
    [220n, 220n],
    [440n, 440n],
  ]);
});

test('levels always sum to the total, whatever was settled; nobody who grows alike strays from the rate', () => {
  const dice = diceOf(23);
  for (let round = 0; round < 1500; round += 1) {
    const given = Array.from({ length: 1 + dice(9) }, (_, at) =>
      receiver(`${at}`, dice(8) === 0 ? null : 10_000 + dice(1_000_000), {
        below: BigInt(dice(5) === 0 ? 0 : 1_000_000 + dice(1_000_000)),
      }),
    );
    const settled = given.map((each) => (dice(5) === 0 ? { ...each, fixed: BigInt(dice(100_000)) } : each));
    for (const [found, plain] of [
      [proposeSum(BigInt(dice(10_000_000)), settled), false],
      [proposeGrowth(BigInt(dice(300_000) - 100_000), given), true],
      [proposeGrowth(BigInt(dice(300_000) - 100_000), settled), false],
      [proposeRatio(BigInt(dice(9000)), 10_000n, settled), false],
    ] as const) {
      if (!found.ok) continue;
      expect(sum(found.parts.map(({ level }) => level))).toBe(found.total);
      const shares = found.parts.flatMap(({ share }) => (share === null ? [] : [approximately(share)]));
      if (shares.length > 0) expect(shares.reduce((all, share) => all + share, 0)).toBeCloseTo(1, 9);
      const free = new Set([...found.parts.map(({ id }) => id), ...found.without.map(({ id }) => id)]);
      expect(free.size).toBe(given.length);
      if (!plain) continue;
      const strays = found.parts.filter(({ id, value, level }) => {
        const last = Number(given.find((each) => each.id === id)?.last ?? 0n);
        return Math.abs(Number(level) - last * (1 + Number(value) / 1e6)) > 2;
      });
      expect(strays).toEqual([]);
    }
  }
});
