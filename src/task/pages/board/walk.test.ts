import { expect, test } from 'vitest';
import { firstSpot, walk } from './walk.ts';

const lengths = [0, 3, 0, 1, 5];

test('up and down stay in the column', () => {
  expect(walk('ArrowDown', { column: 1, card: 1 }, lengths)).toEqual({ column: 1, card: 2 });
  expect(walk('ArrowDown', { column: 1, card: 2 }, lengths)).toBeNull();
  expect(walk('ArrowUp', { column: 1, card: 0 }, lengths)).toBeNull();
  expect(walk('End', { column: 4, card: 0 }, lengths)).toEqual({ column: 4, card: 4 });
  expect(walk('Home', { column: 4, card: 4 }, lengths)).toEqual({ column: 4, card: 0 });
});

test('left and right pass empty columns and keep the height as far as there are cards', () => {
  expect(walk('ArrowRight', { column: 1, card: 2 }, lengths)).toEqual({ column: 3, card: 0 });
  expect(walk('ArrowRight', { column: 3, card: 0 }, lengths)).toEqual({ column: 4, card: 0 });
  expect(walk('ArrowLeft', { column: 4, card: 4 }, lengths)).toEqual({ column: 3, card: 0 });
  expect(walk('ArrowLeft', { column: 1, card: 0 }, lengths)).toBeNull();
  expect(walk('ArrowRight', { column: 4, card: 0 }, lengths)).toBeNull();
});

test('other keys do not move, and an empty board has no card', () => {
  expect(walk('a', { column: 1, card: 0 }, lengths)).toBeNull();
  expect(firstSpot(lengths)).toEqual({ column: 1, card: 0 });
  expect(firstSpot([0, 0])).toBeNull();
});
