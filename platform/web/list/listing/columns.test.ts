import { expect, test } from 'vitest';
import type { Column } from '../model.ts';
import { chosenColumns, columnChoices, moved, shownColumns } from './columns.ts';

const column = (key: string, hidden?: true): Column<object> => ({
  key,
  title: key,
  width: '1fr',
  render: () => null,
  ...(hidden && { hidden }),
});
const columns = [column('a'), column('b'), column('c', true)];
const keys = (chosen?: string) =>
  shownColumns(columns, chosen)
    .map(({ key }) => key)
    .join('');

test('a choice is shown as it was made; unknown columns and none at all show the usual ones', () => {
  expect([keys(), keys('c,a'), keys('x,b,b'), keys('x'), keys('')]).toEqual(['ab', 'ca', 'b', 'ab', 'ab']);
});

test('the chooser lists those shown first', () => {
  expect(columnChoices(columns, 'c')).toEqual([
    { key: 'c', shown: true },
    { key: 'a', shown: false },
    { key: 'b', shown: false },
  ]);
});

test('the usual choice is no choice', () => {
  expect(chosenColumns(columns, columnChoices(columns, undefined))).toBeUndefined();
  expect(chosenColumns(columns, columnChoices(columns, 'b,a'))).toBe('b,a');
  expect(
    chosenColumns(
      columns,
      columns.map(({ key }) => ({ key, shown: false })),
    ),
  ).toBeUndefined();
});

test('entries change places', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 1, 9)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a'], 3, 0)).toEqual(['a']);
});
