import { expect, test } from 'vitest';
import { addDays, type Day, daysFrom } from '../../../kernel/index.ts';
import { emptyContent } from '../content/index.ts';
import type { EnterpriseContent } from '../model/index.ts';
import { changed, corrected, type History, heldOn, nowOf, type Patch, partsChanged } from './index.ts';

const start = '2024-01-01';
const first: EnterpriseContent = { ...emptyContent, name: '甲', regionId: '1', address: '一路' };
const history: History = [{ from: start, content: first }];
const nameOn = (all: History, day: Day) => heldOn(all, day)?.content.name;

test('a change holds from its day, a correction from where the wrong thing was written', () => {
  const renamed = changed(history, '2024-06-01', { name: '乙' });
  expect(['2023-12-31', '2024-05-31', '2024-06-01'].map((day) => nameOn(renamed, day))).toEqual([
    undefined,
    '甲',
    '乙',
  ]);
  const moved = changed(renamed, '2024-09-01', { address: '二路' });
  const mended = corrected(moved, { name: '乙一' });
  expect(['2024-05-31', '2024-06-01', '2024-10-01'].map((day) => nameOn(mended, day))).toEqual(['甲', '乙一', '乙一']);
  expect(heldOn(mended, '2024-08-31')?.content.address).toBe('一路');
});

test('a change of the very first day leaves nothing before it; one that takes a change back leaves one span', () => {
  expect(changed(history, start, { name: '丙' })).toEqual([{ from: start, content: { ...first, name: '丙' } }]);
  const there = changed(history, '2024-06-01', { name: '乙' });
  expect(changed(there, '2024-06-01', { name: '甲' })).toEqual(history);
});

test('a change of an earlier day goes on until the same part was changed next', () => {
  const later = changed(changed(history, '2024-06-01', { name: '乙' }), '2024-09-01', { address: '二路' });
  const back = changed(later, '2024-03-01', { name: '中', address: '零路' });
  const of = (day: Day) => [nameOn(back, day), heldOn(back, day)?.content.address];
  expect(of('2024-02-29')).toEqual(['甲', '一路']);
  expect(of('2024-03-01')).toEqual(['中', '零路']);
  expect(of('2024-06-01')).toEqual(['乙', '零路']);
  expect(of('2024-09-01')).toEqual(['乙', '二路']);
});

test('a change before all that is known holds from that day and no further than where its part was known', () => {
  const before = changed(history, '2023-05-01', { address: '老街' });
  expect([heldOn(before, '2023-05-01')?.content.address, nowOf(before).content.address]).toEqual(['老街', '老街']);
  expect(heldOn(before, '2023-04-30')).toBeUndefined();
});

test('parts that say the same are no change', () => {
  expect(partsChanged(first, { name: '甲', address: '三路', otherNames: [] })).toEqual(['address']);
});

/** A small generator that always gives the same. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

/** Day by day in a table, one value for each part and day: the slow way, for the parts that the test changes. */
type Table = Map<Day, Record<string, unknown>>;
const span = 40;
const parts = ['name', 'address', 'scale'] as const;
const values = { name: ['甲', '乙', '丙'], address: ['一路', '二路'], scale: [null, 'small', 'large'] } as const;

function tableOf(): Table {
  return new Map(
    Array.from({ length: span }, (_, i) => [addDays(start, i), { name: '甲', address: '一路', scale: null }]),
  );
}
function writeFrom(table: Table, from: Day, part: string, value: unknown): void {
  const was = table.get(from)?.[part];
  for (let day = from; table.has(day) && table.get(day)?.[part] === was; day = addDays(day, 1)) {
    const row = table.get(day);
    if (row !== undefined) row[part] = value;
  }
}
function writeBack(table: Table, part: string, value: unknown): void {
  const last = addDays(start, span - 1);
  const was = table.get(last)?.[part];
  for (let day = last; table.has(day) && table.get(day)?.[part] === was; day = addDays(day, -1)) {
    const row = table.get(day);
    if (row !== undefined) row[part] = value;
  }
}

test.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'as of every day it is what a table of days says (%i)',
  (seed) => {
    const next = numbers(seed + 1);
    const table = tableOf();
    let all: History = history;
    for (let step = 0; step < 12; step++) {
      const part = parts[next(3)] ?? 'name';
      const value = values[part][next(values[part].length)] ?? null;
      const patch = { [part]: value } as Patch;
      if (next(4) === 0) {
        all = corrected(all, patch);
        writeBack(table, part, value);
      } else {
        const from = addDays(start, next(span));
        all = changed(all, from, patch);
        writeFrom(table, from, part, value);
      }
      for (const [day, row] of table) {
        const content = heldOn(all, day)?.content;
        expect(
          parts.map((each) => content?.[each]),
          `${day} after step ${step}`,
        ).toEqual(parts.map((each) => row[each]));
      }
      expect(all.every(({ from }, i) => i === 0 || daysFrom(all[i - 1]?.from ?? from, from) > 0)).toBe(true);
      expect(
        all.every(({ content }, i) => i === 0 || JSON.stringify(content) !== JSON.stringify(all[i - 1]?.content)),
      ).toBe(true);
    }
  },
);
