import { expect, test } from 'vitest';
import { listSearch, queryOf, rowsOf, searchOfView, viewOf, withCondition } from './address.ts';

test('an address is read; what cannot be meant is left out', () => {
  const filter = { status: { in: ['draft'] } };
  expect(listSearch({ text: 2025, filter, page: '3', pageSize: 0, frozen: 0, sort: '', other: 1 })).toEqual({
    text: '2025',
    filter,
    page: 3,
    frozen: 0,
  });
  expect(listSearch({ filter: JSON.stringify(filter) })).toEqual({ filter });
  for (const broken of ['{', '[]', 'null', 7, { status: 3 }]) expect(listSearch({ filter: broken })).toEqual({});
  for (const page of ['x', -1, 1.5, true, null]) expect(listSearch({ page })).toEqual({});
});

test('the server is asked for a page of what is meant', () => {
  const search = { text: '纺织', filter: { tasks: { from: 3 } }, sort: '-tasks', columns: 'title,tasks', frozen: 1 };
  expect(queryOf(search, 50)).toEqual({ text: '纺织', filter: '{"tasks":{"from":3}}', sort: '-tasks', pageSize: 50 });
  expect(queryOf({ page: 4, pageSize: 20 }, 50)).toEqual({ page: 4, pageSize: 20 });
  expect(rowsOf({ page: 4 })).toEqual({});
});

test('a view holds all but the page, and gives it back', () => {
  const search = { text: '纺织', filter: { tasks: { from: 3 } }, sort: 'title', columns: 'title,tasks', frozen: 1 };
  expect(searchOfView(viewOf({ ...search, page: 9 }))).toEqual(search);
  expect(viewOf({})).toEqual({});
});

test('conditions come and go', () => {
  const one = withCondition(undefined, 'title', { has: '纺织' });
  expect(withCondition(one, 'tasks', { from: 1 })).toEqual({ title: { has: '纺织' }, tasks: { from: 1 } });
  expect(withCondition(one, 'title', undefined)).toBeUndefined();
});
