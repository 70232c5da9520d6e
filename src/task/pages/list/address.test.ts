import { expect, test } from 'vitest';
import { beside, sameSet, tasksSearch, uncounted } from './address.ts';

test('an address is read back, and what cannot be meant is left out', () => {
  expect(
    tasksSearch({ view: 'board', by: 'chain', zoom: 'quarter', month: '2026-02', scope: 'mine', waits: 'close' }),
  ).toEqual({ view: 'board', by: 'chain', zoom: 'quarter', month: '2026-02', scope: 'mine', waits: 'close' });
  expect(
    tasksSearch({
      view: 'list',
      by: 'light',
      zoom: 'month',
      month: '2026-13',
      scope: 'yours',
      unitId: '../etc',
      page: 0,
    }),
  ).toEqual({});
  expect(tasksSearch({ planId: 7, chainId: 'lj-textile' })).toEqual({ planId: '7', chainId: 'lj-textile' });
});

test('every way of seeing asks for the same set', () => {
  const search = tasksSearch({
    text: '纺织',
    sort: '-dueOn',
    filter: { light: { in: ['red'] } },
    waits: 'help',
    page: 3,
  });
  expect(sameSet(search, 'all')).toEqual({
    ...{ scope: 'all', waits: 'help', text: '纺织' },
    filter: '{"light":{"in":["red"]}}',
  });
});

test('counters do not count only what they themselves have chosen', () => {
  const search = tasksSearch({
    waits: 'close',
    filter: { light: { in: ['red'] }, state: { in: ['open'] }, source: { in: ['plan'] } },
  });
  expect(uncounted(search)).toEqual({ filter: { source: { in: ['plan'] } } });
  expect(uncounted(tasksSearch({ filter: { light: { in: ['red'] } } }))).toEqual({});
});

test('what is not of the list stays when the list changes', () => {
  expect(beside(tasksSearch({ view: 'calendar', text: '纺织', page: 2, month: '2026-02' }))).toEqual({
    ...{ view: 'calendar', month: '2026-02' },
  });
});
