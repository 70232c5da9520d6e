import { expect, test } from 'vitest';
import { compilePolicy } from '../check/compile.ts';
import { FactTable } from '../check/facts.ts';
import type { ClauseSource, PolicySource } from '../source.ts';
import { clauseWith, policyWith } from '../testing/policies.ts';
import { diceOf, randomFacts, randomPolicy } from '../testing/random.ts';
import { diffOf, type Edition } from './diff.ts';

const turned = new FactTable(randomFacts.facts.toReversed());
function edition(source: PolicySource, on = '2025-12-31', facts = randomFacts): Edition {
  const { policy, faults } = compilePolicy(source, facts, { hash: 'h', on });
  if (policy === null) throw new Error(JSON.stringify(faults));
  return { source, policy };
}
const one = (changes: Partial<ClauseSource>, top: Partial<PolicySource> = {}) =>
  edition(policyWith([clauseWith({ when: ['仍在库', '等级 >= 5级'], ...changes })], top));
const change = (changes: Partial<ClauseSource>) => diffOf(one({}), one(changes)).clauses[0];

test('an edition does not differ from itself, wherever its facts stand in the table', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const source = randomPolicy(diceOf(seed));
    const diff = diffOf(edition(source), edition(source, '2025-12-31', turned));
    expect({ ...diff, same: 0 }, String(seed)).toEqual({
      ...{ before: 'random', after: 'random', document: [], parameters: [], excluded: null, groups: [], budgets: [] },
      ...{ clauses: [], same: 0 },
    });
    expect(diff.same).toBe(source.clauses.length);
  }
});

test('clauses that come and go are told with their sentence', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => clauseWith({ id, title: `条款${id}` }));
  const of = (...clauses: (ClauseSource | undefined)[]) =>
    edition(policyWith(clauses.filter((each) => each !== undefined)));
  const { clauses, same } = diffOf(of(a, b), of(b, c));
  expect(clauses.map(({ id, kind }) => [id, kind])).toEqual([
    ['c', 'added'],
    ['a', 'removed'],
  ]);
  expect(clauses[0]?.sentence).toMatchObject({ before: null, after: expect.stringContaining('1万元') });
  expect(clauses[1]?.sentence).toMatchObject({ before: expect.stringContaining('1万元'), after: null });
  expect(same).toBe(1);
});

test('conditions that are only in one of them, amounts, payers, days', () => {
  expect(change({ when: ['仍在库', '等级 >= 6级'] })).toMatchObject({
    ...{ kind: 'changed', matters: true },
    conditions: { removed: ['等级不低于5级'], added: ['等级不低于6级'] },
  });
  expect(change({ pay: '2万元' })?.differences).toEqual([
    { what: '金额', before: '1万元', after: '2万元' },
    { what: '最多', before: '10000元', after: '20000元' },
  ]);
  const payers = [
    { payer: '市级', percent: 60 },
    { payer: '县级', percent: 40 },
  ];
  expect(change({ payers, rest: '县级' })?.differences).toEqual([
    { what: '出资', before: '市级100%', after: '市级60%、县级40%（零头）' },
  ]);
  const window = { from: '2026-01-01', to: '2026-03-31' };
  expect(change({ window })).toMatchObject({
    matters: true,
    differences: [{ what: '受理期', before: null, after: '2026-01-01至2026-03-31' }],
  });
});

test('other words for the same are told, but do not matter', () => {
  expect(change({ for: '工业企业', evidence: ['证书'] })).toMatchObject({
    matters: false,
    differences: [
      { what: '给谁', before: '企业', after: '工业企业' },
      { what: '材料', before: null, after: '证书' },
    ],
  });
  expect(change({ when: ['仍在库 = 1 且 等级 >= 5级'] })).toBeUndefined();
  expect(change({ when: ['等级 >= 5级', '仍在库'] })).toMatchObject({
    ...{ matters: false, conditions: { removed: [], added: [] } },
  });
});

test('a clause that was given another id is still the same clause', () => {
  expect(change({ id: 'renamed' })).toMatchObject({
    ...{ kind: 'changed', matters: false },
    differences: [{ what: '编号', before: 'c', after: 'renamed' }],
  });
});

test('the document, its figures, who is left out, groups and budgets', () => {
  const border = (value: string, later: string) => ({
    parameters: [
      {
        id: 'border',
        name: '门槛',
        reason: null,
        values: [
          { from: null, value },
          { from: '2026-01-01', value: later },
        ],
      },
    ],
  });
  const old = policyWith([clauseWith({ when: ['营业收入 > 门槛'] })], {
    ...border('5亿元', '6亿元'),
    validTo: '2025-12-31',
  });
  const budget = { id: 'b', name: '盘子', place: '一', amount: '5万元', used: null, covers: [], by: null, first: null };
  const next = policyWith([clauseWith({ when: ['营业收入 > 门槛'], group: 'g' })], {
    ...border('8亿元', '8亿元'),
    exclude: [{ when: '失信', words: '失信', place: null }],
    groups: [{ id: 'g', name: '奖励', place: '一', rule: 'highest' }],
    budgets: [{ ...budget, rule: 'pro-rata' }],
  });
  const diff = diffOf(edition(old), edition(next));
  expect(diff).toMatchObject({
    document: [{ what: '有效期', before: '至2025-12-31', after: null }],
    parameters: [{ what: '门槛', before: '5亿元', after: '8亿元' }],
    excluded: { before: null, after: '失信' },
    groups: [{ what: 'g', before: null, after: '奖励：就高' }],
    budgets: [{ what: 'b', before: null, after: expect.stringContaining('总额控制在5万元以内') }],
  });
  expect(diff.clauses).toMatchObject([{ kind: 'changed', matters: true }]);
  // The same document on two days differs by what has begun in between.
  const later = diffOf(edition(old), edition(old, '2026-06-30'));
  expect(later.parameters).toEqual([{ what: '门槛', before: '5亿元', after: '6亿元' }]);
  expect(later.clauses).toMatchObject([{ matters: true, conditions: { removed: ['营业收入高于门槛（5亿元）'] } }]);
});
