import { expect, test } from 'vitest';
import type { ListFields, ListFilter, SortKey } from './list-query.ts';
import { rowsMatching, rowsToExport } from './list-rows.ts';

const fields = {
  name: { title: '名称', kind: 'text' },
  level: { title: '层级', kind: 'choice', options: ['省', '市', '县'] },
  most: { title: '最多', kind: 'number' },
  until: { title: '截止', kind: 'day', nullable: true },
} as const satisfies ListFields;
type Row = { name: string; level: string; most: number; until: string | null };
const rows: readonly Row[] = [
  { name: '展位 Booth', level: '县', most: 100, until: null },
  { name: '技改', level: '省', most: 20, until: '2025-06-30' },
  { name: '技改二期', level: '市', most: 20, until: '2025-12-31' },
];
const names = (asked: { words?: string[]; filter?: ListFilter; sort?: SortKey[] }): string[] =>
  rowsMatching(
    {
      ...{ fields, rows, searched: ({ name, level }: Row) => `${name} ${level}` },
      fieldOf: (row: Row, key: string) => row[key as keyof Row],
    },
    { words: [], filter: {}, sort: [], ...asked },
  ).map(({ name }) => name);

test('words must all occur, whatever the size of their letters', () => {
  expect(names({ words: ['booth'] })).toEqual(['展位 Booth']);
  expect(names({ words: ['技改', '市'] })).toEqual(['技改二期']);
  expect(names({ words: ['技改', '县'] })).toEqual([]);
});

test.each<[ListFilter, string[]]>([
  [{ name: { has: 'BOOTH' } }, ['展位 Booth']],
  [{ level: { in: ['省', '县'] } }, ['展位 Booth', '技改']],
  [{ most: { from: 20, to: 99 } }, ['技改', '技改二期']],
  [{ most: { from: 100 } }, ['展位 Booth']],
  [{ until: { to: '2025-06-30' } }, ['技改']],
  [{ until: { blank: true } }, ['展位 Booth']],
  [{ until: { blank: false }, level: { in: ['市'] } }, ['技改二期']],
])('conditions: %j', (filter, wanted) => {
  expect(names({ filter })).toEqual(wanted);
});

test('choices are sorted as listed, blanks come last either way, rows that are alike keep their order', () => {
  expect(names({ sort: [{ key: 'level', descending: false }] })).toEqual(['技改', '技改二期', '展位 Booth']);
  const until = (descending: boolean) => names({ sort: [{ key: 'until', descending }] });
  expect(until(false)).toEqual(['技改', '技改二期', '展位 Booth']);
  expect(until(true)).toEqual(['技改二期', '技改', '展位 Booth']);
  expect(names({ sort: [{ key: 'most', descending: false }] })).toEqual(['技改', '技改二期', '展位 Booth']);
  const both: SortKey[] = [
    { key: 'most', descending: false },
    { key: 'name', descending: true },
  ];
  expect(names({ sort: both })).toEqual(['技改二期', '技改', '展位 Booth']);
});

test('an export takes the ticked rows, or all but those unticked', () => {
  const left = (ids: string[] | null, except: string[]) =>
    rowsToExport(rows, ({ name }) => name, { ids, except }).map(({ name }) => name);
  expect(left(null, [])).toHaveLength(3);
  expect(left(['技改', '没有的'], [])).toEqual(['技改']);
  expect(left(null, ['技改'])).toEqual(['展位 Booth', '技改二期']);
});
