import { expect, test } from 'vitest';
import { axisOf, xAfter, xOf } from './axis.ts';
import { barOf, daysOf, linkPath } from './bar.ts';

const axis = axisOf(['2026-01-01', '2026-12-31'], 'month');
const today = '2026-07-10';
const row = {
  ...{ createdOn: '2026-02-01', firstDueOn: '2026-06-30', dueOn: '2026-06-30' },
  ...{ state: 'open' as const, light: 'green' as const, milestones: [] },
};

test('a bar reaches from the day it was made to the end of its deadline', () => {
  const bar = barOf(axis, row, today);
  expect(bar.planned).toEqual({
    x: xOf(axis, '2026-02-01'),
    width: xAfter(axis, '2026-06-30') - xOf(axis, '2026-02-01'),
  });
  expect([bar.extended, bar.overdue]).toEqual([null, null]);
});

test('more time leaves the first deadline in sight', () => {
  const { extended } = barOf(axis, { ...row, dueOn: '2026-09-30' }, today);
  expect(extended).toEqual({
    x: xAfter(axis, '2026-06-30'),
    width: xAfter(axis, '2026-09-30') - xAfter(axis, '2026-06-30'),
  });
});

test('what is late grows until today, what is closed does not', () => {
  const late = barOf(axis, { ...row, light: 'red' }, today);
  expect(late.overdue).toEqual({ x: late.end, width: xAfter(axis, today) - late.end });
  expect(barOf(axis, { ...row, light: 'red', state: 'closed' }, today).overdue).toBeNull();
  // Handed in by the deadline and not judged yet: nobody is late.
  expect(barOf(axis, row, today).overdue).toBeNull();
});

test('without a deadline it only begins', () => {
  const bar = barOf(axis, { ...row, dueOn: null, firstDueOn: null }, today);
  expect(bar.planned).toBeNull();
  expect(bar.start).toBe(xOf(axis, '2026-02-01'));
});

test('a deadline before the task was made is still a bar that can be seen', () => {
  const { planned } = barOf(axis, { ...row, firstDueOn: '2026-01-10', dueOn: '2026-01-10' }, today);
  expect(planned?.x).toBe(xOf(axis, '2026-01-10'));
  expect(planned?.width).toBeGreaterThan(0);
});

test('milestones lie at the end of their day', () => {
  const milestones = [
    { id: 'm1', name: '开工', dueOn: '2026-03-31', reachedOn: '2026-03-20' },
    { id: 'm2', name: '竣工', dueOn: '2026-10-31', reachedOn: null },
  ];
  expect(barOf(axis, { ...row, milestones }, today).milestones).toEqual([
    { id: 'm1', x: xAfter(axis, '2026-03-31'), reached: true },
    { id: 'm2', x: xAfter(axis, '2026-10-31'), reached: false },
  ]);
  expect(daysOf([{ ...row, milestones }])).toContain('2026-10-31');
});

test('a line of a dependency ends where what waits begins, also when it goes back', () => {
  expect(linkPath({ end: 100, top: 18 }, { start: 200, top: 54 })).toBe('M100,18H106V54H198');
  expect(linkPath({ end: 300, top: 18 }, { start: 200, top: 90 })).toBe('M300,18H306V32H192V90H198');
  expect(linkPath({ end: 300, top: 90 }, { start: 200, top: 18 })).toBe('M300,90H306V76H192V18H198');
});
