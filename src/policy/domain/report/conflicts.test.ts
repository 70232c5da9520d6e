import { expect, test } from 'vitest';
import { compilePolicy } from '../check/compile.ts';
import type { ClauseSource, PolicySource } from '../source.ts';
import { clauseWith, policyWith } from '../testing/policies.ts';
import { randomFacts } from '../testing/random.ts';
import { conflictsOf, type InForce } from './conflicts.ts';

function document(id: string, clauses: readonly Partial<ClauseSource>[], changes: Partial<PolicySource> = {}): InForce {
  const sources = clauses.map((each, at) => clauseWith({ id: `c${at}`, ...each }));
  const source = policyWith(sources, { id, ...changes });
  const { policy, faults } = compilePolicy(source, randomFacts, { hash: 'h', on: '2025-12-31' });
  if (policy === null) throw new Error(JSON.stringify(faults));
  return { policy, from: source.validFrom, to: source.validTo };
}

test('one event that two documents pay is shown with somebody who gets both', () => {
  const city = document('city', [{ when: ['首次升规年份 = 年度', '产业链 = 纺织'], pay: '10万元' }]);
  const county = document('county', [{ when: ['首次升规年份 = 年度', '等级 >= 3'], pay: '5万元' }]);
  expect(conflictsOf([city, county])).toEqual([
    {
      ...{ kind: 'paid-twice', a: 'city/c0', b: 'county/c0', events: ['since'], amounts: [100_000, 50_000] },
      witness: { since: 2025, chain: 0, level: 3 },
    },
  ]);
});

test('a group keeps clauses apart, and events that exclude each other never meet', () => {
  const group = { id: 'g', name: '就高', place: '一', rule: 'highest' as const };
  const together = document(
    'a',
    [
      { when: ['仍在库'], pay: '1万元', group: 'g' },
      { when: ['仍在库'], pay: '2万元', group: 'g' },
    ],
    { groups: [group] },
  );
  expect(conflictsOf([together])).toEqual([]);
  const years = document('b', [{ when: ['首次升规年份 = 2024年'] }, { when: ['首次升规年份 = 2025年'] }]);
  expect(conflictsOf([years])).toEqual([]);
});

test('the same conditions with another amount, and what nobody can meet', () => {
  const [a, b] = [
    document('a', [{ when: ['仍在库'], pay: '1万元' }]),
    document('b', [{ when: ['仍在库'], pay: '2万元' }]),
  ];
  expect(conflictsOf([a, b])).toMatchObject([{ kind: 'other-amount', amounts: [10_000, 20_000] }]);
  expect(conflictsOf([document('c', [{ when: ['等级 > 8', '等级 < 3'] }])])).toEqual([
    { kind: 'unreachable', a: 'c/c0' },
  ]);
});

test('two figures that are compared with each other can be met', () => {
  expect(conflictsOf([document('d', [{ when: ['增幅 > 全市增幅', '营业收入 > 历年最高营业收入'] }])])).toEqual([]);
});

test('what is open to all but some can be met; what is open to none of them cannot', () => {
  const few = ['产业链 != 纺织', '产业链 != 食品', '等级 >= 3'];
  expect(conflictsOf([document('e', [{ when: few }])])).toEqual([]);
  const nobody = ['产业链 != 纺织', '产业链 != 食品', '产业链 != 冶金'];
  expect(conflictsOf([document('f', [{ when: nobody }])])).toEqual([{ kind: 'unreachable', a: 'f/c0' }]);
});

test('days between two editions on which neither is in force', () => {
  const old = document('old', [{}], { validFrom: '2023-01-01', validTo: '2025-02-27' });
  const next = document('next', [{}], { validFrom: '2025-03-02', validTo: null });
  expect(conflictsOf([next, old])).toEqual([
    { kind: 'gap', a: 'old', b: 'next', from: '2025-02-28', to: '2025-03-01' },
  ]);
});
