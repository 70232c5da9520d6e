import { expect, test } from 'vitest';
import { compilePolicy, evaluate, explain } from '../index.ts';
import type { ClauseSource } from '../source.ts';
import { clauseWith, policyWith } from '../testing/policies.ts';
import { randomFacts } from '../testing/random.ts';

const groupOf = (id: string, rule: 'highest' | 'all' = 'highest') => ({ id, name: `组${id}`, place: '一', rule });
const compiled = (clauses: readonly ClauseSource[], groups: readonly ReturnType<typeof groupOf>[]) =>
  compilePolicy(policyWith(clauses, { groups: [...groups] }), randomFacts, { hash: '', on: '2025-12-31' });
const nothing = randomFacts.facts.map(() => null);

test('of overlapping groups the choice that comes to most is paid, and what is given up is said', () => {
  const { policy } = compiled(
    [
      clauseWith({ id: 'both', group: 'a', alsoIn: ['b'], pay: '5万元' }),
      clauseWith({ id: 'left', group: 'a', pay: '3万元' }),
      clauseWith({ id: 'right', group: 'b', pay: '4万元' }),
    ],
    [groupOf('a'), groupOf('b')],
  );
  expect(policy?.joints).toEqual([{ members: [0, 1, 2], choices: [[0], [1, 2]] }]);
  if (policy === null) throw new Error('not compiled');
  const { groups, total } = explain(policy, nothing);
  expect(total).toBe(70_000);
  expect(groups.map(({ id, paid, amount }) => [id, paid, amount])).toEqual([
    ['a', ['left'], 30_000],
    ['b', ['right'], 40_000],
  ]);
  expect(groups[0]?.givenUp).toEqual([{ id: 'both', amount: 50_000 }]);
  expect(policy.clauses[0]?.sentence).toContain('“组a”');
  expect(policy.clauses[0]?.sentence).toContain('“组b”');
});

test('what is unknown leaves all open only while it could change the choice', () => {
  const open = (pay: string) =>
    compiled(
      [
        clauseWith({ id: 'maybe', group: 'a', alsoIn: ['b'], when: ['仍在库'], pay }),
        clauseWith({ id: 'left', group: 'a', pay: '3万元' }),
        clauseWith({ id: 'right', group: 'b', pay: '4万元' }),
      ],
      [groupOf('a'), groupOf('b')],
    ).policy;
  const states = (pay: string) => {
    const policy = open(pay);
    return policy === null ? null : evaluate(policy, nothing).groups.map(({ state }) => state);
  };
  expect(states('7万元')).toEqual(['yes', 'yes']);
  expect(states('8万元')).toEqual(['unknown', 'unknown']);
});

test.each([
  ['an unknown group', { group: 'a', alsoIn: ['x'] }, 'policy-group-unknown'],
  ['its own group again', { group: 'a', alsoIn: ['a'] }, 'policy-group-overlap'],
  ['one twice', { group: 'a', alsoIn: ['b', 'b'] }, 'policy-group-overlap'],
  ['no group of its own', { group: null, alsoIn: ['b'] }, 'policy-group-overlap'],
  ['a group that pays each', { group: 'a', alsoIn: ['all'] }, 'policy-group-overlap'],
])('refuses %s', (_, changes, code) => {
  const clauses = [clauseWith(changes), ...['a', 'b', 'all'].map((group) => clauseWith({ id: `in-${group}`, group }))];
  const { faults } = compiled(clauses, [groupOf('a'), groupOf('b'), groupOf('all', 'all')]);
  expect(faults.map((fault) => [fault.code, fault.path])).toEqual([
    [code, ['clauses', 0, 'alsoIn', changes.alsoIn.length - 1]],
  ]);
});

test('refuses more choices than can be looked through', () => {
  const pairs = Array.from({ length: 9 }, (_, at) => at);
  const clauses = pairs.flatMap((at) => [
    clauseWith({ id: `x${at}`, group: `g${at}`, alsoIn: at < 8 ? [`h${at}`] : [] }),
    clauseWith({ id: `y${at}`, group: `g${at}` }),
    ...(at < 8 ? [clauseWith({ id: `z${at}`, group: `h${at}`, alsoIn: [`g${at + 1}`] })] : []),
  ]);
  const { faults } = compiled(clauses, [
    ...pairs.map((at) => groupOf(`g${at}`)),
    ...pairs.slice(0, 8).map((at) => groupOf(`h${at}`)),
  ]);
  expect(faults.map(({ code, given }) => [code, given])).toEqual([['policy-choices-many', '26']]);
});
