import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { say } from '../../../platform/messages/index.ts';
import { policyMessages } from '../../../platform/messages/policy.ts';
import { type Change, loadToy, noExamples, refusalsOf, toyFacts } from './testing/toy.ts';

/** One small thing that is wrong, the line and place it is told at, and what the sentence asks for. */
interface Bad {
  readonly top?: Change;
  readonly own?: Change;
  readonly facts?: string;
  readonly at: string;
  readonly remedy: RegExp;
}
const condition = (text: string, remedy: RegExp): Bad => ({
  own: { when: JSON.stringify([text]), examples: noExamples },
  at: 'toy/policy.yaml:15 clauses/0/when/0',
  remedy,
});
const pay = (text: string, remedy: RegExp): Bad => ({
  own: { pay: text },
  at: 'toy/policy.yaml:16 clauses/0/pay',
  remedy,
});
const top = (top: Change, at: string, remedy: RegExp): Bad => ({ top, at: `toy/policy.yaml:${at}`, remedy });
const parameters = (list: string) => ({ parameters: `[${list}]` });
const budget = (rest: string) => ({ budgets: `[{id: b, name: 盘子, place: 一, ${rest}}]` });
const fact = (rest: string) => `${toyFacts}  - {id: x, name: 某数, type: number, from: 表, ${rest}}\n`;
const example = (rest: string) => `[{title: 例, ${rest}}]`;
const manyDays = Array.from({ length: 4 }, (_, parameter) => {
  const values = Array.from({ length: 20 }, (_, at) => `{from: "20${26 + parameter}-01-${10 + at}", value: 1元}`);
  return `{id: p${parameter}, name: 数${parameter}, values: [{value: 1元}, ${values.join(', ')}]}`;
});

const bad: Readonly<Record<string, Bad>> = {
  'policy-formula-sign': condition('revenue > 5万元 & listed', /请只用数、单位、名字/u),
  'policy-formula-end': condition('revenue >', /请补上后面的数、名字或右括号/u),
  'policy-formula-wants': condition('revenue 5万元', /▲.*请检查是否少了运算符/u),
  'policy-formula-deep': condition(`${'('.repeat(300)}1`, /请拆成几个条件/u),
  'policy-formula-function': condition('平均(revenue, revenue) > 1元', /请只用“最小”和“最大”/u),
  'policy-unknown-name': condition('营业收人 > 5万元', /是不是「营业收入」/u),
  'policy-unknown-unit': condition('revenue > 50斤', /请用元、万元/u),
  'policy-percent-bare': condition('增幅 >= 5', /是不是 5%？请写上 %/u),
  'policy-unit-mismatch': condition('revenue > 50人', /请核对两边的单位/u),
  'policy-wants-number': condition('revenue > listed', /请写数、数的名字或算式/u),
  'policy-wants-condition': condition('revenue + 1万元', /请写成比较/u),
  'policy-unknown-option': condition('产业链 = 纺识', /请从这些里选：纺织、食品/u),
  'policy-choice-order': condition('产业链 > 纺织', /请只用 = 和 !=/u),
  'policy-divisor-negative': pay('营业收入 / 增幅', /请换一个不会为负的除数/u),
  'policy-divisor-zero': pay('营业收入 / 0', /请改正除数/u),
  'policy-divide-last': pay('营业收入 / 职工数 / 职工数', /请先乘后除/u),
  'policy-too-great': pay('营业收入 * 营业收入 / 1元', /请把事实的 most 或小数位改得合乎实际/u),
  'policy-too-precise': pay('1234567890123456元', /请写到 15 位整数/u),
  'policy-name-twice': top(
    parameters('{id: border, name: 营业收入, values: [{value: 1元}]}'),
    '10 parameters/0',
    /请换一个；事实、选项/u,
  ),
  'policy-name-form': top(
    parameters('{id: border, name: 门槛（高）, values: [{value: 1元}]}'),
    '10 parameters/0',
    /请只用汉字、字母、数字和下划线/u,
  ),
  'policy-parameter-not-yet': top(
    parameters('{id: border, name: 门槛, values: [{from: "2026-06-01", value: 1元}]}'),
    '10 parameters/0',
    /请补一个不写 from 的值/u,
  ),
  'policy-payers-sum': {
    own: { payers: '[{payer: 市级, percent: 99}]' },
    ...{ at: 'toy/policy.yaml:18 clauses/0/payers', remedy: /99%，不是 100%。请改正/u },
  },
  'policy-payer-rest': {
    own: { rest: '省级' },
    ...{ at: 'toy/policy.yaml:20 clauses/0/rest', remedy: /请写 payers 里的一个/u },
  },
  'policy-group-unknown': {
    own: { group: 'titles' },
    ...{ at: 'toy/policy.yaml:20 clauses/0/group', remedy: /请补上，或者删去 group/u },
  },
  'policy-group-empty': top(
    { groups: '[{id: titles, name: 称号, place: 一, rule: highest}]' },
    '10 groups/0',
    /请删去，或者让条款用 group 指到它/u,
  ),
  'policy-budget-covers': top(
    budget('amount: 5万元, covers: [grwth], rule: pro-rata'),
    '10 budgets/0/covers/0',
    /是不是「growth」.*请写 groups 或 clauses 里的 id/u,
  ),
  'policy-budget-by': top(
    budget('amount: 5万元, rule: first-come'),
    '10 budgets/0/by',
    /请写一个数或是否类事实，例如申请日期/u,
  ),
  'policy-budget-facts': top(
    budget('amount: revenue, rule: pro-rata'),
    '10 budgets/0/amount',
    /请写成定数或参数，例如 500万元/u,
  ),
  'policy-day': top({ validFrom: '"2025-02-30"' }, '7 validFrom', /请写成 2025-12-31 这样的真实日期/u),
  'policy-many-days': top(parameters(manyDays.join(', ')), '10 parameters', /请检查 from，或者拆成几份政策/u),
  'policy-day-missing': top({ validFrom: 'null' }, '7 validFrom', /请写 validFrom、eventYear 或 examplesOn/u),
  'policy-fact-range': {
    facts: fact('unit: 个, least: 2, most: 1'),
    ...{ at: 'facts.yaml:9 facts/5/most', remedy: /请让 least 不大于 most/u },
  },
  'policy-example-value': {
    own: { examples: example('facts: {revenue: 0.00001}, pays: 0') },
    ...{ at: 'toy/policy.yaml:19 clauses/0/examples/0/facts/revenue', remedy: /最多4位小数.*不知道的写 null/u },
  },
  'policy-example-wrong': {
    own: { examples: example('facts: {revenue: 6000}, pays: 100001') },
    ...{ at: 'toy/policy.yaml:19 clauses/0/examples/0/pays', remedy: /算出「100000元」.*100001元/u },
  },
};

for (const [code, { top, own, facts, at, remedy }] of Object.entries(bad))
  test(`${code} is told with its place and what to do`, () => {
    const refused = refusalsOf(() => loadToy(top, own, facts)).filter((each) => each.code === code);
    expect(refused.map(({ field }) => field)).toContain(at);
    const sentence = refused.map(say).join('');
    expect(sentence).toMatch(remedy);
    expect(sentence).toContain(at.slice(at.lastIndexOf(' ') + 1).slice(0, 8));
  });

test('the page that teaches packs says of each what it means', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/packs.md'), 'utf8');
  const named = [...page.matchAll(/`(policy-[a-z-]+)(…?)`/gu)];
  const isTold = (code: string) =>
    named.some(([, name = '', rest]) => (rest === '…' ? code.startsWith(name) : code === name));
  expect(Object.keys(bad).filter((code) => !isTold(code))).toEqual([]);
});

test('no other code of packs is left without such a pack', () => {
  const elsewhere = [
    // Longer than the schema lets a formula be; the reader of formulas has its own test.
    'policy-formula-long',
    // Overlapping groups: joints.test.ts.
    ...['policy-group-overlap', 'policy-choices-many'],
    // Of commands and pages, not of packs.
    ...['policy-parameter-unknown', 'policy-one-wanted', 'policy-diff-what', 'policy-unknown', 'policy-clause-unknown'],
    ...['policy-example-unknown', 'policy-pack-changed'],
  ];
  const codes = Object.keys(policyMessages).filter((code) => code.startsWith('policy-'));
  expect(codes.filter((code) => !(code in bad) && !elsewhere.includes(code))).toEqual([]);
});
