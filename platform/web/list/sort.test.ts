import { expect, test } from 'vitest';
import type { Column } from './model.ts';
import { nextSorting, sorted } from './sort.ts';

interface Row {
  readonly name: string;
  readonly value: number | null;
}
const rows: readonly Row[] = [
  { name: '第10条', value: 3 },
  { name: '第2条', value: null },
  { name: '第1条', value: 12 },
];
const column = (key: string, sortBy?: Column<Row>['sortBy']): Column<Row> => ({
  key,
  title: key,
  width: '1fr',
  render: () => null,
  ...(sortBy && { sortBy }),
});
const columns = [column('name', (row) => row.name), column('value', (row) => row.value), column('plain')];
const names = (key: string, descending: boolean) => sorted(rows, columns, { key, descending }).map((row) => row.name);

test('words with numbers sort by the number', () => {
  expect(names('name', false)).toEqual(['第1条', '第2条', '第10条']);
});

test('blanks stay last in both directions', () => {
  expect(names('value', false)).toEqual(['第10条', '第1条', '第2条']);
  expect(names('value', true)).toEqual(['第1条', '第10条', '第2条']);
});

test('without a sortable column the order stays', () => {
  expect(names('plain', true)).toEqual(rows.map((row) => row.name));
  expect(sorted(rows, columns, null)).toBe(rows);
});

test('a heading goes up, down and back', () => {
  const up = nextSorting(null, 'value');
  const down = nextSorting(up, 'value');
  expect([up, down, nextSorting(down, 'value')]).toEqual([
    { key: 'value', descending: false },
    { key: 'value', descending: true },
    null,
  ]);
  expect(nextSorting(down, 'name')).toEqual({ key: 'name', descending: false });
});
