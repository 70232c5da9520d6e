import { expect, test } from 'vitest';
import { diceOf } from '../testing/dice.ts';
import { type Branch, handDown } from './hand-down.ts';
import { checkSums, type Held } from './sums.ts';

const branch = (id: string, parent: string | null, last: number | null, fixed: number | null = null): Branch => ({
  ...{ id, parent, last: last === null ? null : BigInt(last), below: null },
  fixed: fixed === null ? null : BigInt(fixed),
});

test('city, districts, towns: each divides what it got', () => {
  const tree = [
    branch('city', null, 100),
    branch('north', 'city', 60),
    branch('south', 'city', 40, 50),
    branch('a', 'north', 20),
    branch('b', 'north', 40),
    branch('c', 'south', null),
  ];
  const found = handDown(tree, 'city', 120n);
  expect(found.map(({ id, level }) => [id, level])).toEqual([
    ['city', 120n],
    ['north', 70n],
    ['south', 50n],
  ]);
  expect(found[1]?.proposal).toMatchObject({ parts: [{ level: 23n }, { level: 47n }] });
  expect(found[2]?.proposal).toEqual({ ok: false, why: { code: 'no-shares' } });
  expect(handDown(tree, 'nowhere', 5n)).toEqual([]);
  expect(handDown([branch('a', 'b', 1), branch('b', 'a', 1)], 'a', 5n).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('what is proposed on a random tree passes the check of sums at every level', () => {
  const dice = diceOf(95);
  for (let round = 0; round < 300; round += 1) {
    const size = 2 + dice(40);
    const tree = Array.from({ length: size }, (_, at) =>
      branch(`${at}`, at === 0 ? null : `${dice(at)}`, at === 0 ? 1 : 1 + dice(500)),
    );
    const levels = new Map([['0', BigInt(dice(100_000))]]);
    for (const { proposal } of handDown(tree, '0', levels.get('0') ?? 0n))
      if (proposal.ok) for (const part of proposal.parts) levels.set(part.id, part.level);
    const held = tree.map(({ id, parent }): Held => ({ id, parent, level: levels.get(id) ?? null }));
    const checks = checkSums(held, { sense: 'floor', overshoot: 0 });
    expect(checks.filter(({ state }) => state !== 'exact')).toEqual([]);
    expect(held.every(({ level }) => level !== null)).toBe(true);
  }
});
