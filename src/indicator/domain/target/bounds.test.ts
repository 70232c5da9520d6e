import { expect, test } from 'vitest';
import type { Comparator } from '../../../document/domain/index.ts';
import { fraction } from '../number/fraction.ts';
import { diceOf } from '../testing/dice.ts';
import { type Bounds, boundsOf, distance, judge } from './bounds.ts';
import { senseOf, type Target } from './target.ts';

const place = { regionId: '360111', chainId: '', unitId: '' };
const target = (op: Comparator, value: bigint, value2: bigint | null = null): Target => ({
  ...{ id: 't', indicatorId: 'revenue', place, period: '2026', edition: 'e1', op, mode: 'level', value, value2 },
  ...{ base: null, from: null },
});

test('“达到” is a floor of what should rise and a ceiling of what should fall', () => {
  expect(senseOf('=', 'up')).toBe('floor');
  expect(senseOf('range', 'down')).toBe('ceiling');
  expect(senseOf('~', 'none')).toBe('exact');
  expect(senseOf('>', 'down')).toBe('floor');
});

test('bounds are those of the comparator, tried number by number', () => {
  const dice = diceOf(5);
  for (let round = 0; round < 3000; round += 1) {
    const op = dice.pick<Comparator>(['=', '>=', '>', '<=', '<', '~', 'range']);
    const direction = dice.pick(['up', 'down', 'none'] as const);
    const value = BigInt(dice(60) - 20);
    const [per, width] = [BigInt(1 + dice(4)), BigInt(dice(9))];
    const level = Number(value) / Number(per);
    const top = op === 'range' ? Number(value + width) / Number(per) : level;
    const slack = op === '~' ? Math.abs(level) * 0.1 : 0;
    const bounds = boundsOf(target(op, value, op === 'range' ? value + width : null), direction, 100_000, (each) =>
      fraction(each, per),
    );
    const sense = senseOf(op, direction);
    const wrong = Array.from({ length: 121 }, (_, at) => at - 40).filter((figure) => {
      const reaches = op === '>' ? figure > level : figure >= level - slack - 1e-9;
      const stays = op === '<' ? figure < level : figure <= top + slack + 1e-9;
      // What is to be hit exactly is hit by both whole numbers next to it.
      const hits = figure > level - slack - 1 && figure < top + slack + 1;
      const meets = sense === 'floor' ? reaches : sense === 'ceiling' ? stays : hits;
      return (distance(BigInt(figure), bounds) === 0n) !== meets;
    });
    expect({ op, direction, level, wrong }).toEqual({ op, direction, level, wrong: [] });
  }
});

test('met when all that is possible meets, not met when nothing does', () => {
  const dice = diceOf(6);
  const end = (): bigint | null => (dice(3) === 0 ? null : BigInt(dice(21) - 10));
  const ordered = (bounds: Bounds): Bounds =>
    bounds.low !== null && bounds.high !== null && bounds.low > bounds.high
      ? { low: bounds.high, high: bounds.low }
      : bounds;
  for (let round = 0; round < 2000; round += 1) {
    const [possible, bounds] = [ordered({ low: end(), high: end() }), ordered({ low: end(), high: end() })];
    // Beyond ±10 nothing changes any more.
    const all = Array.from({ length: 41 }, (_, at) => BigInt(at - 20)).filter((x) => distance(x, possible) === 0n);
    const meeting = all.filter((x) => distance(x, bounds) === 0n).length;
    const expected = meeting === all.length ? 'met' : meeting === 0 ? 'not-met' : 'open';
    expect(judge(possible, bounds)).toBe(expected);
  }
});
