import { expect, test } from 'vitest';
import { frozenPlaces, stayOf } from './frozen.ts';

const columns = [
  { key: 'name', width: 'minmax(280px, 1fr)' },
  { key: 'state', width: '124px' },
  { key: 'day', width: '128px' },
];

test('frozen columns stay one beside the other, after the boxes', () => {
  expect([...frozenPlaces(columns, 2, true)]).toEqual([
    ['', 0],
    ['name', 34],
    ['state', 314],
  ]);
  expect([...frozenPlaces(columns, 1, false)]).toEqual([['name', 0]]);
  expect(frozenPlaces(columns, 0, true).size).toBe(0);
});

test('only cells of frozen columns are told to stay; the last one draws the edge', () => {
  const stay = stayOf(frozenPlaces(columns, 2, false));
  expect(stay('name')).toEqual({ style: { left: 0 }, 'data-frozen': 'yes' });
  expect(stay('state')).toEqual({ style: { left: 280 }, 'data-frozen': 'last' });
  expect(stay('day')).toEqual({});
});
