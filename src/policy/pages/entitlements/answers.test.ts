import { expect, test } from 'vitest';
import { randomFacts } from '../../domain/testing/random.ts';
import { type Answers, knownOf, noAnswers, readAnswers, writeAnswers } from './answers.ts';

const some: Answers = {
  audience: 'firm',
  on: '2025-12-31',
  values: { chain: 2, listed: 1, revenue: 5_000_000_001, growth: -825, level: null },
};

test('answers are read back as they were written', () => {
  expect(readAnswers(writeAnswers(some), randomFacts)).toEqual(some);
  expect(readAnswers(writeAnswers(noAnswers), randomFacts)).toEqual(noAnswers);
});

test.each([
  'chain=3',
  'chain=-1',
  'listed=2',
  'revenue=-1',
  'revenue=1e9',
  'revenue=1.5',
  'level=11',
  'colour=1',
  'who=king',
  'on=2025-02-30',
  'on=soon',
  '%%%',
])('nothing is taken from %s', (text) => {
  expect(readAnswers(text, randomFacts)).toEqual(noAnswers);
});

test('what is not known is missing, whether it was skipped or not asked', () => {
  const known = knownOf(some, randomFacts);
  const at = (fact: string) => known[randomFacts.numberOf(fact) ?? -1];
  expect([at('chain'), at('growth'), at('level'), at('fee')]).toEqual([2, -825, Number.NaN, Number.NaN]);
});
