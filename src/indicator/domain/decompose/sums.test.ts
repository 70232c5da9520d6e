import { expect, test } from 'vitest';
import { fraction } from '../number/fraction.ts';
import { diceOf } from '../testing/dice.ts';
import { checkSums, type Held, type SumOptions } from './sums.ts';

const floor: SumOptions = { sense: 'floor', overshoot: 50_000 };
const tree = (city: number | null, ...districts: (number | null)[]): Held[] => [
  { id: 'city', parent: null, level: city === null ? null : BigInt(city) },
  ...districts.map((level, at) => ({ id: `d${at}`, parent: 'city', level: level === null ? null : BigInt(level) })),
];
const of = (held: readonly Held[], options = floor) => checkSums(held, options)[0];

test('exactly, more, less, partly, not at all', () => {
  expect(of(tree(100, 60, 40))).toMatchObject({ state: 'exact', rest: 0n, overshoot: null, without: [] });
  expect(of(tree(100, 60, 45))).toMatchObject({ state: 'stricter', overshoot: fraction(1n, 20n), intended: true });
  expect(of(tree(100, 60, 46))).toMatchObject({ state: 'stricter', overshoot: fraction(3n, 50n), intended: false });
  expect(of(tree(100, 60, 39))).toMatchObject({ state: 'looser', rest: 1n, intended: false });
  expect(of(tree(100, 60, null))).toMatchObject({ state: 'partly', rest: 40n, without: ['d1'] });
  expect(of(tree(100, 100, null))).toMatchObject({ state: 'exact', without: ['d1'] });
  expect(of(tree(100, null, null))).toMatchObject({ state: 'none', rest: 100n, without: ['d0', 'd1'] });
  expect(of(tree(null, 60, 40))).toMatchObject({ state: 'without-own', handed: 100n, rest: null });
  expect(checkSums(tree(100), floor)).toEqual([]);
});

test('of a ceiling less is stricter; what is to be hit exactly may be neither', () => {
  const ceiling: SumOptions = { ...floor, sense: 'ceiling' };
  expect(of(tree(100, 60, 38), ceiling)).toMatchObject({
    state: 'stricter',
    overshoot: fraction(1n, 50n),
    intended: true,
  });
  expect(of(tree(100, 60, 41), ceiling)).toMatchObject({ state: 'looser', rest: -1n });
  expect(of(tree(100, 101, null), ceiling)).toMatchObject({ state: 'looser' });
  expect(of(tree(100, 60, 41), { ...floor, sense: 'exact' })).toMatchObject({ state: 'looser' });
});

test('on a random tree every place is checked once, against its own children, and exact trees stay exact', () => {
  const dice = diceOf(31);
  for (let round = 0; round < 500; round += 1) {
    const size = 2 + dice(30);
    const parents = Array.from({ length: size }, (_, at) => (at === 0 ? null : dice(at)));
    const levels = Array.from({ length: size }, () => BigInt(dice(50)));
    // From the leaves up, so that each level is the sum of those below.
    for (let at = size - 1; at >= 0; at -= 1) {
      const parts = levels.filter((_, each) => parents[each] === at);
      if (parts.length > 0) levels[at] = parts.reduce((sum, part) => sum + part, 0n);
    }
    const nodes = parents.map(
      (parent, at): Held => ({
        ...{ id: `${at}`, parent: parent === null ? null : `${parent}`, level: levels[at] ?? 0n },
      }),
    );
    const checks = checkSums(nodes, floor);
    const inner = nodes.filter(({ id }) => nodes.some(({ parent }) => parent === id));
    expect(checks.map(({ id }) => id)).toEqual(inner.map(({ id }) => id));
    expect(checks.every(({ state }) => state === 'exact')).toBe(true);
    const changed = 1 + dice(size - 1);
    const faulty = nodes.map((each, at) => (at === changed ? { ...each, level: (each.level ?? 0n) + 1n } : each));
    const wrong = checkSums(faulty, floor).filter(({ state }) => state !== 'exact');
    const above = nodes[changed]?.parent;
    const isInner = inner.some(({ id }) => id === `${changed}`);
    expect(wrong.map(({ id }) => id).toSorted()).toEqual([...(isInner ? [`${changed}`] : []), above].toSorted());
  }
});
