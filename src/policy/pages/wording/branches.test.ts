import { expect, test } from 'vitest';
import { type Branch, branchesOf } from './branches.ts';

type Line = { depth: number; words: string };
const shape = (branches: readonly Branch<Line>[]): unknown =>
  branches.map(({ line, parts }) => (parts.length === 0 ? line.words : [line.words, shape(parts)]));

test('lines with depths become a tree', () => {
  const lines = [
    { depth: 0, words: 'a' },
    { depth: 1, words: 'b' },
    { depth: 2, words: 'c' },
    { depth: 1, words: 'd' },
    { depth: 0, words: 'e' },
  ];
  expect(shape(branchesOf(lines))).toEqual([['a', [['b', ['c']], 'd']], 'e']);
  expect(branchesOf([])).toEqual([]);
});
