import { expect, test } from 'vitest';
import { isKept, isWithinReach, type Stood } from './boxes.ts';
import { factsFromText, factsToText } from './facts-text.ts';

const stood = (changes: Partial<Stood>): Stood => ({
  ...{ standing: 'none', verdict: 'unmet', reach: 700, demands: 4, open: 0 },
  ...changes,
});

test('seven tenths are within reach, one thousandth less is not', () => {
  expect([700, 699, 1000].map((reach) => isWithinReach(stood({ reach })))).toEqual([true, false, true]);
});

test('of whom half of the demands are not known nothing is promised; one less than half is enough', () => {
  const open = (demands: number, of: number) =>
    isWithinReach(stood({ verdict: 'unknown', reach: 750, demands, open: of }));
  expect([open(2, 1), open(3, 1), open(4, 2), open(4, 1), open(5, 2), open(0, 0)]).toEqual([
    ...[false, true, false, true, true, true],
  ]);
});

test('whoever meets everything is within reach; who has the title is not, and where nothing is judged nobody is', () => {
  expect(isWithinReach(stood({ verdict: 'met', reach: 1000 }))).toBe(true);
  expect(isWithinReach(stood({ standing: 'held', verdict: 'met', reach: 1000 }))).toBe(false);
  expect(isWithinReach(stood({ standing: 'expired', verdict: 'met', reach: 1000 }))).toBe(true);
  expect(isWithinReach(stood({ verdict: null, reach: null }))).toBe(false);
});

test('kept is who has or had a title, and who may get it', () => {
  expect(isKept(stood({ reach: 100 }))).toBe(false);
  expect((['held', 'expired'] as const).map((standing) => isKept(stood({ standing, reach: 0 })))).toEqual([true, true]);
  expect(isKept(stood({ verdict: null, reach: null }))).toBe(false);
  expect(isKept(stood({}))).toBe(true);
});

test('facts that are kept come back as they were, also those that are not known', () => {
  const values = [0, 1, Number.NaN, 300_000_000, -25, Number.NaN];
  expect(factsToText(values)).toBe('0,1,,300000000,-25,');
  expect([...factsFromText(factsToText(values))]).toEqual(values);
});
