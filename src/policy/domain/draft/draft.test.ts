import { expect, test } from 'vitest';
import { compilePolicy } from '../check/compile.ts';
import { FactTable } from '../check/facts.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { type Draft, draftOf, type FoundClause } from './draft.ts';

const found = (changes: Partial<FoundClause>): FoundClause => ({
  ...{ text: '给予奖励', path: ['三、支持政策', '（一）改造', '2.技改'], subject: '企业', condition: '设备更新' },
  ...{ amount: null, amountMin: null, amountMax: null, rate: null, rateMin: null, rateMax: null, base: null },
  ...{ cap: null, floor: null, payer: '市财政', matchedBy: null, per: null, series: null, windowFrom: null },
  ...{ windowTo: null, stacking: null, ...changes },
});
const draft = (...clauses: Partial<FoundClause>[]): Draft =>
  draftOf({
    ...{ id: 'linjiang-x-2025', title: '若干措施', docNumber: null, issuer: '临江市政府', issuedOn: '2025-03-01' },
    clauses: clauses.map(found),
  });

function tableOf({ facts }: Draft): FactTable {
  return new FactTable(
    facts.map(({ id, name, from, type }) =>
      type === 'flag'
        ? { id, name, from, type }
        : {
            ...{ id, name, from, type, written: '万元', unit: { 元: 1 }, perUnit: 1, scale: 10_000, decimals: 4 },
            ...{ low: 0, high: 1e11 },
          },
    ),
  );
}

test('a draft computes with the figures of the document at once', () => {
  const drafted = draft(
    { amount: 4.5, series: 'A' },
    { rate: 12.5, base: '设备款', cap: 100, floor: 20 },
    { amount: 10, series: 'A' },
  );
  const table = tableOf(drafted);
  const { policy, faults } = compilePolicy(drafted.policy, table, { hash: 'h', on: '2025-12-31' });
  expect(faults).toEqual([]);
  expect(table.facts.map(({ id }) => id)).toEqual([
    'linjiang_x_2025_c1_met',
    'linjiang_x_2025_c2_met',
    'linjiang_x_2025_c2_base',
    'linjiang_x_2025_c3_met',
  ]);
  if (policy === null) return;
  expect(evaluate(policy, [1, 1, 8_000_000, 1]).groups.map(({ amount }) => amount)).toEqual([100_000, 1_000_000]);
  expect(evaluate(policy, [1, 1, 1_599_999, 0]).groups.map(({ amount }) => amount)).toEqual([45_000, 0]);
  expect(policy.clauses[0]?.place).toBe('三/（一）/2');
});

test('what a person has to decide is asked', () => {
  const asked = (changes: Partial<FoundClause>) => draft(changes).policy.clauses[0]?.open ?? [];
  expect(asked({ amount: 4 })).toEqual(['条件还是一个是非题，请改写成事实的公式：设备更新']);
  expect(asked({ amountMin: 80, amountMax: 100, payer: null, condition: null })).toEqual([
    '没有读出条件：请写明谁、做到什么才能享受，并改写成事实的公式。',
    '写的是 80 至 100万元，这里按上限算：请定下按什么取值。',
    '没有读出由哪一级财政承担。',
  ]);
  expect(asked({ cap: 10, per: '家', stacking: '就高不重复' }).slice(1)).toEqual([
    '写的是“不超过”，这里按上限算：请定下怎么评定。',
    '按每家计：请定下数量和最多几个。',
    '叠加：就高不重复。请核对分组，也核对与别的文件的关系。',
  ]);
  expect(asked({})).toContain('没有读出金额，这里是 0：请补上。');
});
