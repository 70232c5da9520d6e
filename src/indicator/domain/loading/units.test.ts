import { describe, expect, test } from 'vitest';
import { figureText } from '../figure-text.ts';
import { diceOf } from '../testing/dice.ts';
import { convert, ratioOfUnits } from './units.ts';

const money = { unit: '万元', decimals: 2 };

describe('figures of a plan in the unit of an indicator', () => {
  test.each([
    [500, '亿元', money, 500_000_000n],
    [12.3, '亿元', money, 12_300_000n],
    [0.1, '元', { unit: '元', decimals: 1 }, 1n],
    [300, '户', { unit: '家', decimals: 0 }, 300n],
    [2, '百家', { unit: '家', decimals: 0 }, 200n],
    [8, '%', { unit: '%', decimals: 4 }, 80_000n],
    [35, '‰', { unit: '%', decimals: 1 }, 35n],
    [15, '亩', { unit: '公顷', decimals: 0 }, 1n],
    [3, '万元/人', { unit: '元/人', decimals: 0 }, 30_000n],
    [7, '套', { unit: '套', decimals: 0 }, 7n],
    [-4.5, '个百分点', { unit: '%', decimals: 1 }, -45n],
  ])('%d %s', (value, unit, to, wanted) => {
    expect(convert(value, unit, to)).toEqual({ ok: true, value: wanted });
  });
  test.each([
    [500, '亿元', { unit: '家', decimals: 0 }, 'unit-unlike'],
    [500, '亿美元', money, 'unit-unlike'],
    [1.5, '家', { unit: '家', decimals: 0 }, 'inexact'],
    [1, '元', money, 'inexact'],
    [10, '亩', { unit: '公顷', decimals: 2 }, 'inexact'],
    [1e15, '亿元', money, 'too-great'],
    [Number.NaN, '亿元', money, 'too-great'],
    [3, '万元', { unit: '万元/人', decimals: 2 }, 'unit-unlike'],
  ])('%d %s is refused', (value, unit, to, code) => {
    expect(convert(value, unit, to)).toEqual({ ok: false, code });
  });
});

test('what can be converted comes back the same, and says the amount that was written', () => {
  const dice = diceOf(7);
  const units = ['元', '万元', '百万元', '亿元', '万亿元'];
  for (let round = 0; round < 3000; round += 1) {
    const value = Number(`${dice(100_000)}.${dice(1000)}`);
    const [from = '', to = ''] = [units[dice(units.length)], units[dice(units.length)]];
    const there = convert(value, from, { unit: to, decimals: 6 });
    if (!there.ok) continue;
    // As a number of the smallest unit, both say the same.
    const [up, down] = [ratioOfUnits(from, '元'), ratioOfUnits(to, '元')];
    const written = BigInt(Math.round(value * 1000)) * (up?.n ?? 0n);
    expect(there.value * (down?.n ?? 0n)).toBe(written * 1000n);
    const back = convert(Number(figureText(there.value, 6).replaceAll(',', '')), to, { unit: from, decimals: 3 });
    expect(back).toEqual({ ok: true, value: BigInt(Math.round(value * 1000)) });
  }
});
