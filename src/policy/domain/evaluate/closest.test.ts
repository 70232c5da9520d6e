import { expect, test } from 'vitest';
import { compilePolicy } from '../check/compile.ts';
import { FactTable } from '../check/facts.ts';
import type { ClauseSource } from '../source.ts';
import { clauseWith, policyWith } from '../testing/policies.ts';
import { diceOf, randomFacts, randomPolicy, randomRow } from '../testing/random.ts';
import { closestPath } from './closest.ts';
import { evaluate } from './evaluate.ts';
import { nextQuestions } from './questions.ts';

const rowOf = (facts: Readonly<Record<string, number>>) => randomFacts.facts.map(({ id }) => facts[id] ?? Number.NaN);
function policyOf(...clauses: Partial<ClauseSource>[]) {
  const sources = clauses.map((changes, at) => clauseWith({ id: `c${at}`, ...changes }));
  const { policy, faults } = compilePolicy(policyWith(sources), randomFacts, { hash: 'h', on: '2025-12-31' });
  if (policy === null) throw new Error(JSON.stringify(faults));
  return policy;
}

test('says which figure has to reach what', () => {
  const policy = policyOf({ when: ['等级 >= 6', '营业收入 > 50亿元'], pay: '4万元' });
  const known = rowOf({ level: 4, revenue: 5_000_000_000 });
  expect(closestPath(policy, 0, known)).toEqual({
    amount: 40_000,
    changes: [
      { fact: 'revenue', now: 5_000_000_000, needs: 5_000_000_001, limit: 'least' },
      { fact: 'level', now: 4, needs: 6, limit: 'least' },
    ],
  });
});

test('takes the way with the fewest changes, and says what is too much', () => {
  const policy = policyOf({ when: [{ any: ['等级 >= 6 且 展位数 >= 9', '费用 <= 100元'] }] });
  expect(closestPath(policy, 0, rowOf({ level: 1, booths: 0, fee: 250 }))?.changes).toEqual([
    { fact: 'fee', now: 250, needs: 100, limit: 'most' },
  ]);
});

test('what is missing has to reach what anybody has to', () => {
  const policy = policyOf({ when: ['等级 >= 6', '费用 <= 100元'] });
  expect(closestPath(policy, 0, rowOf({}))?.changes).toEqual([
    { fact: 'fee', now: null, needs: 100, limit: 'most' },
    { fact: 'level', now: null, needs: 6, limit: 'least' },
  ]);
});

test('an exact year, a flag and an option are named; what cannot be is not promised', () => {
  const policy = policyOf({ when: ['首次升规年份 = 年度', '仍在库', '产业链 = 纺织'] }, { when: ['年度 = 2024年'] });
  const known = rowOf({ since: 2019, listed: 0, chain: 1 });
  expect(closestPath(policy, 0, known)?.changes).toEqual([
    { fact: 'since', now: 2019, needs: 2025, limit: 'exactly' },
    { fact: 'listed', now: 0, needs: 1, limit: 'exactly' },
    { fact: 'chain', now: 1, needs: 0, limit: 'exactly' },
  ]);
  expect(closestPath(policy, 1, known)).toBeNull();
});

test('whatever it promises for random policies does pay', () => {
  let promised = 0;
  for (let seed = 300; seed < 360; seed += 1) {
    const dice = diceOf(seed);
    const { policy } = compilePolicy(randomPolicy(dice), randomFacts, { hash: 'h', on: '2025-12-31' });
    if (policy === null) continue;
    const facts = randomRow(dice);
    const known = facts.map((fact) => fact ?? Number.NaN);
    for (const [at] of policy.clauses.entries()) {
      const path = closestPath(policy, at, known);
      if (path === null) continue;
      const changed = [...facts];
      for (const { fact, needs } of path.changes) changed[randomFacts.numberOf(fact) ?? -1] = needs;
      expect({ seed, at, outcome: evaluate(policy, changed).clauses[at] }).toEqual({
        ...{ seed, at },
        outcome: { state: 'yes', amount: path.amount },
      });
      promised += 1;
    }
  }
  expect(promised).toBeGreaterThan(50);
});

test('asks first for what settles most, and never for what changes nothing any more', () => {
  const policy = policyOf(
    { when: ['仍在库', '等级 >= 6'], pay: '4万元' },
    { when: ['仍在库', '展位数 > 0个'], pay: '1万元' },
    { when: ['产业链 = 纺织', '人数 > 3人'], pay: '9万元' },
  );
  const asked = (facts: Readonly<Record<string, number>>) =>
    nextQuestions([policy], rowOf(facts)).map(({ fact }) => fact);
  expect(asked({})).toEqual(['listed', 'chain', 'people', 'level', 'booths']);
  expect(asked({ listed: 0 })).toEqual(['chain', 'people']);
  expect(asked({ listed: 0, chain: 2 })).toEqual([]);
});

/** The same facts, of which some cannot change any more. */
const fixedFacts = new FactTable(
  randomFacts.facts.map((fact) => ({
    ...fact,
    changes: { revenue: 'never', listed: 'never', chain: 'never', since: 'once' }[fact.id] as
      | 'never'
      | 'once'
      | undefined,
  })),
);

test.each<[string, Partial<ClauseSource>, Readonly<Record<string, number>>, string[] | null]>([
  ['a figure of last year', { when: ['营业收入 > 50亿元'] }, { revenue: 1 }, null],
  ['the other figure of the comparison', { when: ['营业收入 > 费用'] }, { revenue: 5, fee: 9 }, ['fee']],
  [
    'the other way',
    { when: [{ any: ['营业收入 > 50亿元', '等级 >= 6 且 展位数 >= 9'] }] },
    { revenue: 1, level: 1, booths: 1 },
    ['booths', 'level'],
  ],
  ['a flag', { when: ['仍在库'] }, { listed: 0 }, null],
  ['a flag that should not be', { when: ['非 仍在库'] }, { listed: 1 }, null],
  ['an option', { when: ['产业链 = 纺织'] }, { chain: 1 }, null],
  ['what happened in another year', { when: ['首次升规年份 = 年度'] }, { since: 2019 }, null],
  ['what has not happened yet', { when: ['首次升规年份 = 年度'] }, { since: 0 }, ['since']],
  ['what is not known', { when: ['营业收入 > 50亿元', '仍在库'] }, {}, ['listed', 'revenue']],
])('nobody is asked to change what cannot be changed: %s', (_, changes, known, wanted) => {
  const { policy } = compilePolicy(policyWith([clauseWith(changes)]), fixedFacts, { hash: 'h', on: '2025-12-31' });
  if (policy === null) throw new Error('not compiled');
  const path = closestPath(policy, 0, rowOf(known));
  expect(path?.changes.map(({ fact }) => fact).toSorted() ?? null).toEqual(wanted);
});
