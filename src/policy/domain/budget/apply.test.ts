import { describe, expect, test } from 'vitest';
import { compilePolicy } from '../check/compile.ts';
import type { CompiledPolicy } from '../check/compiled.ts';
import type { BudgetSource, ClauseSource } from '../source.ts';
import { clauseWith, policyWith } from '../testing/policies.ts';
import { diceOf, randomFacts } from '../testing/random.ts';
import { applyBudgets, type Due, ranksOf } from './apply.ts';

const budgetWith = (changes: Partial<BudgetSource>): BudgetSource => ({
  ...{ id: 'b', name: '总盘子', place: '一', amount: '10万元', used: null, covers: [], rule: 'pro-rata' },
  ...{ by: null, first: null },
  ...changes,
});
const halves: Partial<ClauseSource> = {
  payers: [
    { payer: '市级', percent: 50 },
    { payer: '县级', percent: 50 },
  ],
  rest: '市级',
};
const clauses = [clauseWith({ id: 'a', title: '甲', ...halves }), clauseWith({ id: 'b1', title: '乙', group: 'g' })];
const groups = [{ id: 'g', name: '组', place: '一', rule: 'highest' as const }];
const compiled = (budgets: readonly Partial<BudgetSource>[]) =>
  compilePolicy(policyWith(clauses, { groups, budgets: budgets.map(budgetWith) }), randomFacts, {
    ...{ hash: 'h', on: '2025-12-31' },
  });

function policyOf(...budgets: Partial<BudgetSource>[]): CompiledPolicy {
  const { policy, faults } = compiled(budgets);
  if (policy === null) throw new Error(JSON.stringify(faults));
  return policy;
}
const faultsOf = (budget: Partial<BudgetSource>) =>
  compiled([budget]).faults.map(({ code, path }) => `${code} ${path.join('/')}`);
const due = (id: string, amount: number, rank = Number.NaN, clause = 0): Due => ({ id, clause, amount, ranks: [rank] });

describe('a budget', () => {
  test('is what is left of a sum, in whole yuan', () => {
    const available = (budget: Partial<BudgetSource>) => policyOf(budget).budgets[0]?.available;
    expect(available({ amount: '500万元' })).toBe(5_000_000);
    expect(available({ amount: '500万元', used: '120.5万元' })).toBe(3_795_000);
    expect(available({ amount: '100.7元', used: '0.6元' })).toBe(100);
    expect(available({ amount: '1万元 / 3', used: null })).toBe(3333);
    expect(available({ amount: '1万元', used: '2万元' })).toBe(0);
  });

  test('covers groups or clauses, or everything', () => {
    const covered = (...covers: string[]) => policyOf({ covers }).budgets[0]?.clauses;
    expect(covered()).toEqual([0, 1]);
    expect(covered('g')).toEqual([1]);
    expect(covered('a')).toEqual([0]);
    expect(covered('b1', 'a')).toEqual([0, 1]);
    expect(faultsOf({ covers: ['a', 'gg'] })).toEqual(['policy-budget-covers budgets/0/covers/1']);
  });

  test('is the same whoever applies, and money', () => {
    expect(faultsOf({ amount: '营业收入 * 1%' })).toEqual(['policy-budget-facts budgets/0/amount']);
    expect(faultsOf({ used: '费用' })).toEqual(['policy-budget-facts budgets/0/used']);
    expect(faultsOf({ amount: '5家' })).toEqual(['policy-unit-mismatch budgets/0/amount']);
    expect(faultsOf({ amount: '5万' })).toEqual(['policy-unknown-unit budgets/0/amount']);
  });

  test('says by what claims come first exactly where it pays in turn', () => {
    expect(faultsOf({ rule: 'pro-rata', by: '等级' })).toEqual(['policy-budget-by budgets/0/by']);
    expect(faultsOf({ rule: 'first-come' })).toEqual(['policy-budget-by budgets/0/by']);
    expect(faultsOf({ rule: 'priority', by: '产业链' })).toEqual(['policy-budget-by budgets/0/by']);
    expect(faultsOf({ rule: 'priority', by: '等及' })).toEqual(['policy-unknown-name budgets/0/by']);
    expect(faultsOf({ rule: 'priority', by: '仍在库' })).toEqual([]);
  });

  test('stands in the sentence of every clause that it covers', () => {
    const { clauses } = policyOf({ covers: ['g'], amount: '5万元', used: '1万元', rule: 'priority', by: 'level' });
    expect(clauses[1]?.sentence).toMatch(
      /总盘子：乙，总额控制在5万元以内（已用1万元）；按等级从大到小支付，付完为止。$/u,
    );
    expect(clauses[0]?.sentence).not.toContain('总额');
    expect(policyOf({}).budgets[0]?.sentence).toBe(
      '总盘子：甲、乙，总额控制在10万元以内；不够时各户按同一比例核减，精确到元。',
    );
  });
});

describe('awards after the budgets', () => {
  test('are paid in full while there is enough', () => {
    const { paid, budgets } = applyBudgets(policyOf({}), [due('x', 33_333), due('y', 66_667)]);
    expect(paid.map(({ amount }) => amount)).toEqual([33_333, 66_667]);
    expect(paid[0]?.payers).toEqual([
      { payer: '市级', amount: 16_667 },
      { payer: '县级', amount: 16_666 },
    ]);
    expect(budgets).toEqual([
      {
        ...{ id: 'b', name: '总盘子', available: 100_000, wanted: 100_000n, paid: 100_000, left: 0, cut: 0 },
        shortFrom: null,
      },
    ]);
  });

  test('are cut alike, to the yuan, and shared anew', () => {
    const { paid, budgets } = applyBudgets(policyOf({ amount: '100元' }), [
      due('x', 100),
      due('y', 101),
      due('z', 100),
    ]);
    expect(paid.map(({ amount }) => amount)).toEqual([33, 34, 33]);
    expect(paid[0]?.payers.map(({ amount }) => amount)).toEqual([17, 16]);
    expect(budgets[0]).toMatchObject({ wanted: 301n, paid: 100, left: 0, cut: 3 });
  });

  test('are paid in turn: who is first, who is more deserving, and last of whom it is not known', () => {
    const claims = [due('late', 60, 20_250_901), due('never', 60), due('early', 60, 20_250_301)];
    const amounts = (budget: Partial<BudgetSource>) => {
      const { paid, budgets } = applyBudgets(policyOf({ amount: '100元', ...budget }), claims);
      return [paid.map(({ amount }) => amount), budgets[0]?.shortFrom];
    };
    expect(amounts({ rule: 'first-come', by: 'since' })).toEqual([[40, 0, 60], { id: 'late', rank: 20_250_901 }]);
    expect(amounts({ rule: 'priority', by: 'since' })).toEqual([[60, 0, 40], { id: 'early', rank: 20_250_301 }]);
    expect(amounts({ rule: 'priority', by: 'since', first: 'smallest' })[0]).toEqual([40, 0, 60]);
  });

  test('pass through every budget that covers them, one after the other', () => {
    const policy = policyOf({ id: 'own', covers: ['g'], amount: '50元' }, { id: 'whole', amount: '100元' });
    const claims = [due('x', 100, 0, 0), due('y', 200, 0, 1)].map((each) => ({ ...each, ranks: [0, 0] }));
    const { paid, budgets } = applyBudgets(policy, claims);
    expect(budgets.map(({ wanted, paid, cut }) => [wanted, paid, cut])).toEqual([
      [200n, 50, 1],
      [150n, 100, 2],
    ]);
    expect(paid.map(({ amount }) => amount)).toEqual([67, 33]);
  });

  test('read their place in the queue from the facts', () => {
    const policy = policyOf({ rule: 'priority', by: '等级' });
    const known = randomFacts.facts.map(({ id }) => (id === 'level' ? 7 : Number.NaN));
    expect(ranksOf(policy, known)).toEqual([7]);
    expect(ranksOf(policyOf({}), known)).toEqual([Number.NaN]);
  });

  test('never come to more than there is, and to no more than they were, whatever the rule', () => {
    const dice = diceOf(11);
    for (let round = 0; round < 200; round += 1) {
      const rule = (['pro-rata', 'first-come', 'priority'] as const)[dice(3)] ?? 'pro-rata';
      const policy = policyOf({ rule, by: rule === 'pro-rata' ? null : 'level', amount: `${dice(3_000_000)}元` });
      const claims = Array.from({ length: dice(9) }, (_, at) =>
        due(`e${at}`, dice(1_000_000), dice(4) === 0 ? Number.NaN : dice(5)),
      );
      const { paid, budgets } = applyBudgets(policy, claims);
      const sum = paid.reduce((total, { amount }) => total + amount, 0);
      expect(sum).toBe(budgets[0]?.paid);
      expect(sum + (budgets[0]?.left ?? 0)).toBe(budgets[0]?.available);
      for (const [at, { amount, payers }] of paid.entries()) {
        expect(amount).toBeLessThanOrEqual(claims[at]?.amount ?? 0);
        expect(payers.reduce((total, payer) => total + payer.amount, 0)).toBe(amount);
      }
    }
  });
});
