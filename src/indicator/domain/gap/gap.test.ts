import { expect, test } from 'vitest';
import { approximately, fraction } from '../number/fraction.ts';
import { diceOf } from '../testing/dice.ts';
import { explainGap, type GapCell } from './gap.ts';

const cell = (chainId: string, expected: number | null, actual: number | null): GapCell => ({
  ...{ chainId, regionId: 'r', expected: expected === null ? null : BigInt(expected) },
  actual: actual === null ? null : BigInt(actual),
});

test('the cells that lack most, what offsets them apart, what is not known named', () => {
  const found = explainGap(
    [cell('a', 100, 40), cell('b', 50, 60), cell('c', 30, 0), cell('d', 20, 10), cell('e', 9, null), cell('f', 5, 5)],
    2,
  );
  expect(found).toEqual({
    ...{ gap: 90n, shortfall: 100n, surplus: 10n, explained: fraction(9n, 10n) },
    behind: [
      { chainId: 'a', regionId: 'r', amount: 60n, share: fraction(3n, 5n) },
      { chainId: 'c', regionId: 'r', amount: 30n, share: fraction(3n, 10n) },
    ],
    others: { cells: 1, amount: 10n },
    offsetting: [{ chainId: 'b', regionId: 'r', amount: 10n, share: fraction(1n) }],
    unknown: [{ chainId: 'e', regionId: 'r' }],
  });
});

test('equal cells stay in the order given; of a ceiling what is over lacks', () => {
  const equal = explainGap([cell('a', 9, 4), cell('b', 9, 3), cell('c', 9, 4), cell('d', 9, 3)], 3);
  expect(equal.behind.map(({ chainId }) => chainId)).toEqual(['b', 'd', 'a']);
  const ceiling = explainGap([cell('a', 9, 4), cell('b', 9, 13)], 3, true);
  expect(ceiling).toMatchObject({ gap: -1n, behind: [{ chainId: 'b' }], offsetting: [{ chainId: 'a' }] });
  expect(explainGap([], 3)).toMatchObject({ gap: 0n, explained: null, behind: [] });
});

test('no other choice of as many cells explains more', () => {
  const dice = diceOf(14);
  for (let round = 0; round < 300; round += 1) {
    const cells = Array.from({ length: dice(9) }, (_, at) => cell(`${at}`, dice(30), dice(5) === 0 ? null : dice(30)));
    const k = dice(4);
    const found = explainGap(cells, k);
    const known = cells.filter(({ actual }) => actual !== null);
    const lack = known.map(({ expected, actual }) => Number((expected ?? 0n) - (actual ?? 0n)));
    expect(Number(found.gap)).toBe(lack.reduce((sum, each) => sum + each, 0));
    let best = 0;
    for (let choice = 0; choice < 2 ** lack.length; choice += 1) {
      const chosen = lack.filter((_, at) => (choice >> at) % 2 === 1);
      if (chosen.length <= k)
        best = Math.max(
          best,
          chosen.reduce((sum, each) => sum + each, 0),
        );
    }
    expect(Number(found.behind.reduce((sum, { amount }) => sum + amount, 0n))).toBe(best);
    expect(found.behind.length + found.others.cells).toBe(lack.filter((each) => each > 0).length);
    const shares = found.behind.reduce((sum, { share }) => sum + approximately(share), 0);
    if (found.explained !== null) expect(shares).toBeCloseTo(approximately(found.explained), 12);
  }
});
