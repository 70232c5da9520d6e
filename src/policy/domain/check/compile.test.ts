import { describe, expect, test } from 'vitest';
import type { ClauseSource, PolicySource } from '../source.ts';
import { clauseWith, policyWith } from '../testing/policies.ts';
import { randomFacts } from '../testing/random.ts';
import { compilePolicy } from './compile.ts';

const compiled = (changes: Partial<ClauseSource>, policy: Partial<PolicySource> = {}) =>
  compilePolicy(policyWith([clauseWith(changes)], policy), randomFacts, { hash: 'sha256:0', on: '2025-12-31' });
const faultsOf = (changes: Partial<ClauseSource>, policy: Partial<PolicySource> = {}) =>
  compiled(changes, policy).faults.map(({ code, path, given, limit }) => [code, path.join('/'), given, limit]);

describe('what a policy cannot say is refused with its place', () => {
  test.each<[string, Partial<ClauseSource>, (string | null)[]]>([
    [
      'a name nobody knows',
      { when: ['营业收人 > 1元'] },
      ['policy-unknown-name', 'clauses/0/when/0', '营业收人', '营业收入'],
    ],
    [
      'a word as a condition',
      { when: ['abracadabra'] },
      ['policy-unknown-name', 'clauses/0/when/0', 'abracadabra', ''],
    ],
    [
      'an inherited name',
      { when: ['constructor > 1'] },
      ['policy-unknown-name', 'clauses/0/when/0', 'constructor', ''],
    ],
    ['a prototype', { when: ['__proto__ = 1'] }, ['policy-unknown-name', 'clauses/0/when/0', '__proto__', '']],
    ['people against money', { when: ['人数 > 1万元'] }, ['policy-unit-mismatch', 'clauses/0/when/0', '元', '人']],
    [
      'money against a plain number',
      { when: ['费用 > 5'] },
      ['policy-unit-mismatch', 'clauses/0/when/0', '纯数', '元'],
    ],
    ['a share against a bare number', { when: ['增幅 >= 5'] }, ['policy-percent-bare', 'clauses/0/when/0', '5', null]],
    [
      'a bare number against a share',
      { when: ['5.5 < 增幅'] },
      ['policy-percent-bare', 'clauses/0/when/0', '5.5', null],
    ],
    [
      'a bare border of a share',
      { pay: { tiers: { of: '增幅', steps: [{ when: '>=', border: '5', pay: '1万元' }] } } },
      ['policy-percent-bare', 'clauses/0/pay/tiers/steps/0/border', '5', null],
    ],
    [
      'a bare border of money',
      { pay: { tiers: { of: '费用', steps: [{ when: '>=', border: '5', pay: '1万元' }] } } },
      ['policy-unit-mismatch', 'clauses/0/pay/tiers/steps/0/border', '纯数', '元'],
    ],
    [
      'a unit with three below',
      { pay: '1元/人/月/天 * 人数' },
      ['policy-unknown-unit', 'clauses/0/pay', '元/人/月/天', null],
    ],
    ['people paid out', { pay: '人数 * 2' }, ['policy-unit-mismatch', 'clauses/0/pay', '人', '元']],
    ['a unit nobody knows', { pay: '3美元' }, ['policy-unknown-unit', 'clauses/0/pay', '美元', null]],
    ['a number as condition', { when: ['费用'] }, ['policy-wants-condition', 'clauses/0/when/0', '元', null]],
    ['a condition as number', { pay: '仍在库' }, ['policy-wants-number', 'clauses/0/pay', '仍在库', null]],
    [
      'an option nobody knows',
      { when: ['产业链 = 钢铁'] },
      ['policy-unknown-option', 'clauses/0/when/0', '钢铁', '纺织、食品、冶金'],
    ],
    ['an order of options', { when: ['产业链 > 纺织'] }, ['policy-choice-order', 'clauses/0/when/0', '>', null]],
    [
      'a divisor below zero',
      { when: ['费用 ÷ 增幅 > 1元'] },
      ['policy-divisor-negative', 'clauses/0/when/0', '-1000000', null],
    ],
    ['division by nothing', { pay: '费用 / 0' }, ['policy-divisor-zero', 'clauses/0/pay', '0', null]],
    ['division inside', { pay: '费用 / 人数 * 1人 + 1元' }, ['policy-divide-last', 'clauses/0/pay', '+', null]],
    [
      'more than is exact',
      { pay: '营业收入 * 100000' },
      ['policy-too-great', 'clauses/0/pay', '9007199254740992', null],
    ],
    [
      'a chain of comparisons',
      { when: ['1元 < 费用 < 2元'] },
      ['policy-formula-wants', 'clauses/0/when/0', '<', '1元 < 费用 ▲< 2元'],
    ],
    ['half a formula', { when: ['费用 >'] }, ['policy-formula-end', 'clauses/0/when/0', '', '费用 >▲']],
    ['code', { when: ['process.exit()'] }, ['policy-formula-sign', 'clauses/0/when/0', '.', 'process▲.exit()']],
    [
      'a function nobody knows',
      { pay: 'eval(1元)' },
      ['policy-formula-function', 'clauses/0/pay', 'eval', '▲eval(1元)'],
    ],
    ['quotes', { when: ['"a" = "b"'] }, ['policy-formula-sign', 'clauses/0/when/0', '"', '▲"a" = "b"']],
    [
      'very long digits',
      { pay: '1234567890123456元' },
      ['policy-too-precise', 'clauses/0/pay', '1234567890123456', null],
    ],
    ['a group nobody knows', { group: 'x' }, ['policy-group-unknown', 'clauses/0/group', 'x', null]],
    [
      'payers that miss a part',
      { payers: [{ payer: '市级', percent: 99 }] },
      ['policy-payers-sum', 'clauses/0/payers', '99', '100'],
    ],
    ['the rest to nobody', { rest: '省级' }, ['policy-payer-rest', 'clauses/0/rest', '省级', null]],
  ])('%s', (_what, changes, wanted) => {
    expect(faultsOf(changes)).toEqual([wanted]);
  });

  test('all faults come at once', () => {
    expect(faultsOf({ when: ['甲', '乙 >'], pay: '3美元' }).map(([code]) => code)).toEqual([
      'policy-unknown-name',
      'policy-formula-end',
      'policy-unknown-unit',
    ]);
  });

  test('depth and length have limits', () => {
    expect(faultsOf({ when: [`${'('.repeat(300)}1${')'.repeat(300)} > 0`] })[0]?.[0]).toBe('policy-formula-deep');
    expect(faultsOf({ when: [`${'非 '.repeat(300)}仍在库`] })[0]?.[0]).toBe('policy-formula-deep');
    expect(faultsOf({ when: [`1${' + 1'.repeat(400)} > 0`] })[0]?.[0]).toBe('policy-formula-long');
  });

  test('a parameter cannot take the name of a fact, nor be asked for before it begins', () => {
    const parameter = (name: string, from: string | null) => ({
      ...{ id: 'limit', name, reason: null },
      values: [{ from, value: '5万元' }],
    });
    expect(faultsOf({}, { parameters: [parameter('营业收入', null)] })).toEqual([
      ['policy-name-twice', 'parameters/0', '营业收入', null],
    ]);
    expect(faultsOf({}, { parameters: [parameter('门槛', '2026-01-01')] })).toEqual([
      ['policy-parameter-not-yet', 'parameters/0', '门槛', '2025-12-31'],
    ]);
  });
});

test('figures are those in force on the day, and may be tried otherwise', () => {
  const policy = policyWith([clauseWith({ pay: '标准' })], {
    parameters: [
      {
        ...{ id: 'standard', name: '标准', reason: null },
        values: [
          { from: null, value: '5万元' },
          { from: '2026-01-01', value: '8万元' },
        ],
      },
    ],
  });
  const most = (on: string, changed = {}) =>
    compilePolicy(policy, randomFacts, { hash: 'h', on, changed }).policy?.clauses[0]?.most;
  expect([most('2025-12-31'), most('2026-01-01'), most('2026-01-01', { standard: '9万元' })]).toEqual([
    50_000, 80_000, 90_000,
  ]);
});

test('the sentence is made of the rule', () => {
  const { policy } = compiled({
    for: '纺织企业',
    when: [
      '等级 >= 6',
      '产业链 = textile',
      { 'first-over': { value: 'revenue', before: 'revenue_max', over: '50亿元' } },
    ],
    pay: { rate: '30%', of: '费用', most: '2万元' },
    cap: '10万元',
    floor: '1000元',
    payers: [
      { payer: '市级', percent: 50 },
      { payer: '县级', percent: 50 },
    ],
  });
  expect(policy?.clauses[0]?.sentence).toBe(
    '对纺织企业，符合下列条件的：等级不低于6；产业链为纺织；营业收入高于50亿元；此前没有超过（历年最高营业收入不高于50亿元），' +
      '给予费用的30%，不超过2万元，最高不超过10万元的奖补，不足1000元的不予奖补；金额四舍五入到元；由市级50%、县级50%承担，分不尽的归市级。',
  );
});

test('units may be divided twice, and things have more words than one sign', () => {
  const { policy, faults } = compiled({ pay: '最小(20元/平方米/月 * 200平方米 * 12月, 费用)', when: ['增幅 >= 0'] });
  expect(faults).toEqual([]);
  expect(policy?.clauses[0]?.most).toBe(48_000);
});

describe('the sentence', () => {
  test('has the floor with its figure, who gets nothing, and the groups in which only the highest counts', () => {
    const { policy } = compilePolicy(
      policyWith(
        [clauseWith({ id: 'a', group: 'g', floor: 'border', pay: '费用' }), clauseWith({ id: 'b', group: 'g' })],
        {
          parameters: [{ id: 'border', name: '起付额', reason: null, values: [{ from: null, value: '2万元' }] }],
          exclude: [{ when: '失信', words: '近三年失信', place: null }],
          groups: [{ id: 'g', name: '称号', place: '一', rule: 'highest' }],
        },
      ),
      randomFacts,
      { hash: '', on: '2025-12-31' },
    );
    const sentence = policy?.clauses[0]?.sentence ?? '';
    expect(sentence).toContain('不足起付额（2万元）的不予奖补');
    expect(sentence).toContain('有下列情形之一的不予奖补：近三年失信');
    expect(sentence).toContain('与“称号”中其他各项只给最高的');
  });
});
