import { expect, test } from 'vitest';
import { fraction } from '../number/fraction.ts';
import { cellsOf, definitionOf } from '../testing/cells.ts';
import { diceOf } from '../testing/dice.ts';
import { usualReading } from './facts.ts';
import { pivotGroup, readPivot, shareOf } from './pivot.ts';

const entrant = (id: string, value: bigint | null, suppressed = false) => ({ id, value, suppressed });
const options = { ...usualReading, catalogue: new Map() };

test('a quarter with its sum, since January, against last year and against the quarter before', () => {
  const values = { '2025-03': 90, '2025-06': 200, '2026-03': 100, '2026-06': 232 };
  const facts = { series: new Map([['output', cellsOf(values)]]), earlier: null };
  expect(readPivot(definitionOf(), facts, '2026-Q2', options)).toMatchObject({
    ...{ value: { value: 132n }, toDate: { value: 232n } },
    yearOnYear: { growth: { rate: fraction(1n, 5n), difference: 22n } },
    onLastPeriod: { growth: { rate: fraction(8n, 25n), difference: 32n } },
    toDateChange: { growth: { rate: fraction(4n, 25n), difference: 32n } },
  });
  const yearly = readPivot(definitionOf({ frequency: 'year' }), facts, '2026-03', options);
  expect([yearly.value.value, yearly.value.missing, yearly.value.through]).toEqual([null, [], null]);
});

test('the first with ties, the rest together, shares of what was published', () => {
  const group = [entrant('a', 5n), entrant('b', 9n), entrant('c', 5n), entrant('d', 1n), entrant('e', null)];
  const found = pivotGroup(group, 'up', 25n, 2);
  expect(found.top.map(({ id, place, share }) => [id, place, share])).toEqual([
    ...[
      ['b', 1, fraction(9n, 25n)],
      ['a', 2, fraction(1n, 5n)],
      ['c', 2, fraction(1n, 5n)],
    ],
  ]);
  expect(found.rest).toEqual({ members: 2, value: 6n, share: fraction(6n, 25n) });
  expect(found.ranking.missing).toEqual(['e']);
});

test('nothing is said of a rest that is hidden in part and has no published total, nor of what does not add up', () => {
  const group = [entrant('a', 5n), entrant('b', 9n), entrant('c', 7n, true)];
  expect(pivotGroup(group, 'up', null, 1).rest).toBeNull();
  expect(pivotGroup(group, 'up', 21n, 1).rest).toMatchObject({ members: 2, value: 12n });
  const rates = pivotGroup(group, 'up', 21n, 1, false);
  expect(rates.rest).toBeNull();
  expect(rates.top[0]?.share).toBeNull();
  expect(pivotGroup([entrant('a', 5n)], 'up', 5n, 3).rest).toBeNull();
});

test('top and rest come to the total, whatever is in it', () => {
  const rolls = diceOf(5);
  for (let round = 0; round < 200; round += 1) {
    const group = Array.from({ length: rolls(9) }, (_, at) => entrant(String(at), BigInt(rolls(20))));
    const total = group.reduce((sum, { value }) => sum + (value ?? 0n), 0n);
    const { top, rest } = pivotGroup(group, 'up', total, rolls(5));
    expect(top.reduce((sum, { value }) => sum + value, 0n) + (rest?.value ?? 0n)).toBe(total);
    expect(top.length + (rest?.members ?? 0)).toBe(group.length);
    const least = top.reduce((min, { value }) => (value < min ? value : min), 99n);
    const others = group.filter(({ id }) => !top.some((each) => each.id === id));
    expect(others.every(({ value }) => (value ?? 0n) < least)).toBe(true);
  }
});

test('a share needs a parent above 0 and no part below it', () => {
  expect(shareOf(1n, 4n)).toEqual(fraction(1n, 4n));
  expect([shareOf(1n, 0n), shareOf(-1n, 4n), shareOf(null, 4n), shareOf(1n, null)]).toEqual([null, null, null, null]);
});
