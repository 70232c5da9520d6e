import { describe, expect, test } from 'vitest';
import { measureFaults } from './check.ts';
import { decided } from './decide.ts';
import { type Measure, measured, type Stored } from './measure.ts';
import type { SelectionScheme } from './model.ts';
import type { Ranked } from './rank.ts';

const measure = (more: Partial<Measure>): Measure => ({
  ...{ id: 'revenue', name: '营业收入', fact: 'revenue', per: null, zero: 0, full: 100_0000, most: 30_00 },
  ...more,
});
const facts =
  (known: Readonly<Record<string, Stored>>) =>
  (fact: string): Stored | null =>
    known[fact] ?? null;

describe('points of a measure', () => {
  const at = (value: number, more: Partial<Measure> = {}, scale = 10_000) =>
    measured(measure(more), facts({ revenue: { value, scale } })).points;

  test('none at the beginning, all at the end, cut after the hundredth between, never beyond', () => {
    expect([at(0), at(100_0000), at(33_3333), at(250_0000), at(-5)]).toEqual([0, 30_00, 9_99, 30_00, 0]);
    expect(at(50, {}, 1)).toBe(15_00);
  });
  test('less may be better', () => {
    const down = { zero: 80_0000, full: 40_0000, most: 10_00 };
    expect([at(80_0000, down), at(60_0000, down), at(40_0000, down), at(1, down)]).toEqual([0, 5_00, 10_00, 10_00]);
  });
  test('a share is in percent, whatever the scales of its two parts', () => {
    const share = measure({ fact: 'rd', per: 'revenue', zero: 0, full: 5_0000, most: 10_00 });
    const of = (rd: Stored, revenue: Stored) => measured(share, facts({ rd, revenue }));
    expect(of({ value: 3, scale: 1 }, { value: 100_0000, scale: 10_000 })).toMatchObject({ points: 6_00 });
    expect(of({ value: 3, scale: 1 }, { value: 0, scale: 1 })).toEqual({ id: 'revenue', points: 0, isKnown: false });
  });
  test('what is not known brings nothing and says so', () => {
    expect(measured(measure({}), facts({}))).toEqual({ id: 'revenue', points: 0, isKnown: false });
  });
});

test('a measure twice, without a span, or none at all though it counts is a fault', () => {
  const scheme = { quantitativeShare: 60 } as SelectionScheme;
  const codes = (...measures: Measure[]) => measureFaults(measures, scheme).map(({ code }) => code);
  expect(codes()).toEqual(['selection-measures-none']);
  expect(codes(measure({}), measure({ id: 'b' }))).toEqual(['selection-measure-twice']);
  expect(codes(measure({ zero: 1, full: 1 }))).toEqual(['selection-measure-span']);
  expect(codes(measure({}), measure({ per: 'assets' }))).toEqual([]);
});

describe('the list that comes of a ranking', () => {
  const ranked = (id: string, chosen: boolean, undecided = false) => ({ id, chosen, undecided }) as Ranked;
  const order = [ranked('a', true), ranked('b', false, true), ranked('c', false, true), ranked('d', false)];
  const say = (entryId: string, chosen: boolean) => ({ entryId, chosen, reason: '集体研究决定' });

  test('equal ones around the last place are decided by people, within the places', () => {
    expect(decided(order, [], 2)).toMatchObject({ ok: false, code: 'selection-undecided', entryId: 'b', given: 2 });
    expect(decided(order, [say('b', true), say('c', true)], 2)).toMatchObject({ code: 'selection-places', given: 3 });
    expect(decided(order, [say('b', true), say('c', false)], 2)).toEqual({
      ok: true,
      all: [
        { entryId: 'a', chosen: true, reason: null },
        { entryId: 'b', chosen: true, reason: '集体研究决定' },
        { entryId: 'c', chosen: false, reason: '集体研究决定' },
        { entryId: 'd', chosen: false, reason: null },
      ],
    });
  });
  test('a departure that is none, and one of somebody who is not ranked, are refused', () => {
    expect(decided(order, [say('a', true)], 2)).toMatchObject({ code: 'selection-departure-none' });
    expect(decided(order, [say('x', true)], 2)).toMatchObject({ code: 'selection-entry-unknown' });
  });
});
