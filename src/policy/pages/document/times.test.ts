import { expect, test } from 'vitest';
import { timesOf } from './times.ts';

const policy = (changes: object = {}) =>
  ({
    ...{ valid: { from: '2025-01-01', to: '2026-12-31' }, eventYear: 2025, clauses: [] },
    on: { asked: '2025-07-02', shown: '2025-07-02' },
    ...changes,
  }) as Parameters<typeof timesOf>[0];
const near = (value: number): number => Math.round(value);

test('each time has its place on a line of whole years', () => {
  const { bars, marks, today } = timesOf(policy());
  expect(bars.map(({ kind, left, width }) => [kind, near(left), near(width)])).toEqual([
    ['valid', 0, 100],
    ['year', 0, 50],
  ]);
  expect(marks.map(({ year, left }) => [year, near(left)])).toEqual([
    [2025, 0],
    [2026, 50],
  ]);
  expect(near(today ?? -1)).toBe(25);
});

test('clauses that take applications at the same time share a bar', () => {
  const windowSpan = { from: '2025-07-01', to: '2025-12-31' };
  const { bars } = timesOf(policy({ clauses: [{ windowSpan }, { windowSpan }, { windowSpan: null }] }));
  expect(
    bars.filter(({ kind }) => kind === 'window').map(({ name, left, width }) => [name, near(left), near(width)]),
  ).toEqual([['受理（2 条）', 25, 25]]);
});

test('a document without an end goes to the end of the line; a day far away is not on it', () => {
  const { bars, today } = timesOf(
    policy({ valid: { from: '2025-01-01', to: null }, on: { asked: '1999-01-01', shown: '2025-01-01' } }),
  );
  const [valid] = bars;
  expect([valid?.words, near((valid?.left ?? 0) + (valid?.width ?? 0))]).toEqual(['2025-01-01 起', 100]);
  expect(today).toBeNull();
});

test('a hundred years have marks that can be read apart', () => {
  const { marks } = timesOf(policy({ valid: { from: '1990-01-01', to: '2089-12-31' } }));
  expect(marks.length).toBeLessThanOrEqual(12);
});
