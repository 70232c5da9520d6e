import { expect, test } from 'vitest';
import { fraction, plus } from '../number/fraction.ts';
import { diceOf } from '../testing/dice.ts';
import { type Entrant, rank, restOf, topOf } from './rank.ts';

const entrant = (id: string, value: number | null, suppressed = false): Entrant => ({
  ...{ id, value: value === null ? null : BigInt(value), suppressed },
});

test('ties share a place, the next is counted on; hidden ones could all come before', () => {
  const found = rank(
    [entrant('a', 5), entrant('b', 9), entrant('c', 5), entrant('d', 1), entrant('e', null), entrant('f', 7, true)],
    'up',
    30n,
  );
  expect(found.ranked.map(({ id, place, worst }) => [id, place, worst])).toEqual([
    ['b', 1, 3],
    ['a', 2, 4],
    ['c', 2, 4],
    ['d', 4, 6],
  ]);
  expect(found).toMatchObject({ suppressed: ['f'], missing: ['e'], total: 30n, of: 'total' });
  expect(found.ranked[0]?.share).toEqual(fraction(3n, 10n));
  expect(topOf(found, 2).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  expect(restOf(found, 2)).toEqual({ value: 11n, share: fraction(11n, 30n) });
});

test('what should fall is best when least; parts of a sum with losses are no shares', () => {
  const found = rank([entrant('a', 5), entrant('b', -2), entrant('c', 3)], 'down', null);
  expect(found.ranked.map(({ id, share }) => [id, share])).toEqual([
    ['b', null],
    ['c', null],
    ['a', null],
  ]);
  expect(found).toMatchObject({ total: 6n, of: 'known' });
  expect(restOf(found, 3)).toBeNull();
  expect(restOf(rank([], 'up', null), 3)).toBeNull();
});

test('a place is one more than how many are better; shares of what is known come to one', () => {
  const dice = diceOf(19);
  for (let round = 0; round < 500; round += 1) {
    const all = Array.from({ length: dice(12) }, (_, at) =>
      entrant(`${at}`, dice(6) === 0 ? null : dice(8), dice(6) === 0),
    );
    const direction = dice.pick(['up', 'down', 'none'] as const);
    const found = rank(all, direction, null);
    const seen = all.flatMap(({ value, suppressed }) => (suppressed || value === null ? [] : [value]));
    const isBetter = (a: bigint, b: bigint) => (direction === 'down' ? a < b : a > b);
    expect(found.ranked.map(({ place }) => place)).toEqual(
      found.ranked.map(({ value }) => 1 + seen.filter((other) => isBetter(other, value)).length),
    );
    expect(found.ranked.length + found.suppressed.length + found.missing.length).toBe(all.length);
    const shares = found.ranked.flatMap(({ share }) => share ?? []);
    if (found.total > 0n) expect(shares.reduce(plus, fraction(0n))).toEqual(fraction(1n));
    const n = dice(5);
    const top = topOf(found, n);
    expect(top.reduce((sum, { value }) => sum + value, restOf(found, n)?.value ?? 0n)).toBe(found.total);
  }
});
