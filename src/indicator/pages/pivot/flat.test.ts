import { expect, test } from 'vitest';
import type { PivotJson } from '../../contract/reading-api.ts';
import { addressOfCell, along, behind, entriesOf, groupedWithout } from './flat.ts';

const key = (axis: 'place' | 'chain' | 'period' | 'indicator', id: string) => ({ axis, id, name: `名 ${id}` });
const cell = { hidden: null };
const answer: Pick<PivotJson, 'rows' | 'columns'> = {
  columns: [
    { keys: [key('period', '2026-08')], kind: 'plain', indicatorId: 'revenue' },
    { keys: [key('period', '2026-09')], kind: 'plain', indicatorId: 'revenue' },
  ],
  rows: [
    {
      keys: [key('place', 'a'), key('chain', 'x')],
      kind: 'plain',
      members: null,
      indicatorId: null,
      cells: [cell, cell],
    },
    { keys: [key('place', 'a'), key('chain', '-')], kind: 'rest', members: 3, indicatorId: null, cells: [cell, cell] },
    {
      keys: [key('place', ''), key('chain', '')],
      kind: 'total',
      members: null,
      indicatorId: null,
      cells: [cell, cell],
    },
  ],
};
const entries = entriesOf(answer as PivotJson);
const standing = { place: 'p', axis: 'region', period: '2026-09', chain: null } as const;

test('each cell stands for itself, sums apart', () => {
  expect(entries).toHaveLength(6);
  expect(entries.map(({ isSum }) => isSum)).toEqual([false, false, true, true, true, true]);
  expect(along(entries, 'period').map(({ id }) => id)).toEqual(['2026-08', '2026-09']);
});

test('entries that differ by one axis alone go together under the others', () => {
  const groups = groupedWithout(entries, 'period', '全部');
  expect(groups.map(({ name, entries: found }) => [name, found.length])).toEqual([
    ['名 a · 名 x', 2],
    ['名 a · 名 -', 2],
    ['名  · 名 ', 2],
  ]);
  expect(
    groupedWithout(
      entries.map((entry) => ({ ...entry, keys: entry.keys.slice(2) })),
      'period',
      '全部',
    )[0]?.name,
  ).toBe('全部');
});

test('the way behind a cell: the place and chain it stands for, the whole where it is a sum, none for a rest', () => {
  expect(behind(entries[0]!, standing)).toEqual({ indicator: 'revenue', period: '2026-08', place: 'a', chain: 'x' });
  expect(behind(entries[2]!, standing)).toBe(null);
  expect(behind(entries[5]!, { ...standing, axis: 'unit', chain: 'c' })).toEqual({
    ...{ indicator: 'revenue', period: '2026-09', place: 'p', axis: 'unit' },
  });
  expect(behind({ keys: [], indicatorId: 'revenue' }, { ...standing, chain: 'c' })?.chain).toBe('c');
  expect(behind({ keys: [], indicatorId: null }, standing)).toBe(null);
  expect(addressOfCell({ indicator: 'a&b', period: '2026-09' })).toBe('/cells?indicator=a%26b&period=2026-09');
});
