import { expect, test } from 'vitest';
import { compilePolicy } from '../check/compile.ts';
import { evaluator } from '../evaluate/evaluate.ts';
import { clauseWith, policyWith } from '../testing/policies.ts';
import { diceOf, randomFacts, randomPolicy } from '../testing/random.ts';
import { populationOf } from './population.ts';

const options = {
  count: 400,
  seed: 7,
  regions: ['望江区', '芦洲区'],
  applying: { from: '2025-03-01', to: '2025-03-31' },
};
const compiled = (source: Parameters<typeof compilePolicy>[0]) =>
  compilePolicy(source, randomFacts, { hash: 'h', on: '2025-12-31' }).policy;

test('the same seed gives the same people, another one others', () => {
  const policy = compiled(policyWith([clauseWith({ when: ['营业收入 > 50亿元', '产业链 = 纺织'] })]));
  if (policy === null) throw new Error('not compiled');
  const [one, two] = [[...populationOf(policy, options)], [...populationOf(policy, options)]];
  expect(one).toEqual(two);
  expect([...populationOf(policy, { ...options, seed: 8 })]).not.toEqual(one);
});

test('they stand on both sides of the borders, and most of them where the policy holds', () => {
  const source = policyWith([clauseWith({ when: ['营业收入 > 50亿元', '产业链 = 纺织', '增幅 >= 8%'] })], {
    exclude: [{ when: '失信', words: '失信企业', place: null }],
  });
  const policy = compiled(source);
  if (policy === null) throw new Error('not compiled');
  const people = [...populationOf(policy, options)];
  const revenue = randomFacts.numberOf('revenue') ?? -1;
  const above = people.filter(({ known }) => (known[revenue] ?? 0) > 5_000_000_000).length;
  expect(above).toBeGreaterThan(80);
  expect(above).toBeLessThan(320);
  const paid = people.filter(({ known }) => evaluator(policy)(known).total > 0).length;
  expect(paid).toBeGreaterThan(20);
  expect(paid).toBeLessThan(300);
  expect(new Set(people.map(({ places }) => places.region))).toEqual(new Set(options.regions));
  expect(
    people.every(({ appliedOn }) => appliedOn !== null && appliedOn >= '2025-03-01' && appliedOn <= '2025-03-31'),
  ).toBe(true);
});

test('whatever the policy asks for, figures are whole and within their range', () => {
  for (let seed = 2000; seed < 2040; seed += 1) {
    const policy = compiled(randomPolicy(diceOf(seed)));
    if (policy === null) continue;
    for (const { known } of populationOf(policy, { ...options, count: 20, seed }))
      for (const [at, value] of known.entries()) {
        const fact = randomFacts.at(at);
        if (Number.isNaN(value)) continue;
        expect(Number.isSafeInteger(value)).toBe(true);
        if (fact.type === 'number') expect(value >= fact.low && value <= fact.high).toBe(true);
        if (fact.type === 'choice') expect(value < fact.options.length).toBe(true);
      }
  }
});
