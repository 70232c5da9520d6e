import { expect, test } from 'vitest';
import { clause, indicator } from '../../../../tests/examples/plan.ts';
import { benefitOf, dayOf, money, monthOf, monthTyped, targetOf } from './figures.ts';

test.each([
  [{ op: '>=', value: 250, unit: '家' }, '≥ 250 家'],
  [{ op: '=', value: 10, unit: '%' }, '10%'],
  [{ op: 'range', value: 2, value2: 3, unit: '家' }, '2–3 家'],
  [{ op: '~', value: 12345.5, unit: '万元' }, '约 12,345.5 万元'],
  [{ op: '=', value: 1, unit: '' }, '1'],
] as const)('the target of %o reads %s', (fields, expected) => {
  expect(targetOf(indicator(fields))).toBe(expected);
});

const none = { amount: null, amountMin: null, amountMax: null, rate: null, rateMin: null, rateMax: null };

test('money is said in the unit that people use', () => {
  expect([money(0.0003), money(0), money(8), money(25_000)]).toEqual(['3 元', '0 万元', '8 万元', '2.5 亿元']);
});

test('or in the unit that was chosen, to the fen where little would become nothing', () => {
  expect([money(8, 'yuan'), money(0.0003, 'wan'), money(25_000, 'wan'), money(200, 'yi')]).toEqual([
    '80,000 元',
    '0.0003 万元',
    '25,000 万元',
    '0.02 亿元',
  ]);
  const cap = clause({ ...none, floor: null, per: null, rate: 8, cap: 200 });
  expect(benefitOf(cap, 'yuan')).toBe('8%，封顶 2,000,000 元');
});

test.each([
  [{ ...none, rate: 8, cap: 200 }, '8%，封顶 200 万元'],
  [{ ...none, amountMin: 20, amountMax: 50 }, '20 万元–50 万元'],
  [{ ...none, amount: 0.0003, per: '平方米/月' }, '3 元（每平方米/月）'],
  [{ ...none, amountMax: 30 }, '至多 30 万元'],
  [none, ''],
])('the benefit of %o reads %s', (fields, expected) => {
  expect(benefitOf(clause({ cap: null, floor: null, per: null, ...fields }))).toBe(expected);
});

test('months are taken as people write them', () => {
  expect(['2025年9月', '2025.9', '2025-09', '2025年12月底前'].map(monthTyped)).toEqual([
    '2025-09',
    '2025-09',
    '2025-09',
    '2025-12',
  ]);
  expect(monthTyped('年底')).toBe('年底');
  expect([monthOf('2025-09'), dayOf('2025-03-12'), dayOf(null)]).toEqual(['2025年9月', '2025年3月12日', '']);
});
