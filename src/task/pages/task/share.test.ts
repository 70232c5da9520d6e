import { expect, test } from 'vitest';
import { shareOf } from './share.ts';

test('a share is rounded down: 99.9 % is not done', () => {
  expect([shareOf(1499, 1500), shareOf(1500, 1500), shareOf(1, 3), shareOf(0, 3)]).toEqual([99, 100, 33, 0]);
});

test('more than the target is more than 100, and no target is reached', () => {
  expect([shareOf(300, 150), shareOf(0, 0), shareOf(-5, 10)]).toEqual([200, 100, 0]);
});

test('figures of any size keep their exact share', () => {
  expect(shareOf(Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER)).toBe(99);
});
