import { describe, expect, test } from 'vitest';
import { packLibrary } from '../../apps/packs.ts';
import { type Change, toyFacts as facts, faultsOf, loadToy, noExamples } from './pack/testing/toy.ts';
import { untriedOf } from './pack/tried.ts';
import { factTableOf, policyPack } from './pack.ts';

const withClause = (own: Change) => faultsOf({}, own);

describe('packs of this repository', () => {
  const library = packLibrary();

  test('hold the clauses of the documents, each with worked examples on both sides', () => {
    const policies = library.of(policyPack);
    expect(policies.map(({ id }) => id)).toEqual([
      'hunan-textile-2023',
      'nanchang-textile-2025',
      'yichun-deed-tax-2023',
      'yichun-disabled-care-2023',
      'yichun-leader-2023',
    ]);
    for (const { id, content } of policies)
      for (const { id: clause, examples } of content.clauses) {
        expect(
          examples.some(({ pays }) => pays !== null && pays > 0),
          `${id}/${clause}`,
        ).toBe(true);
        expect(
          examples.some(({ pays }) => pays === 0),
          `${id}/${clause}`,
        ).toBe(true);
      }
  });

  test('try every condition from both sides', () => {
    const table = factTableOf(library);
    for (const { content, hash } of library.of(policyPack)) expect(untriedOf(content, table, hash)).toEqual([]);
  });

  test('store money as whole yuan and percentages as whole steps', () => {
    const table = factTableOf(library);
    const figure = (name: string) => table.facts.find(({ id }) => id === name);
    expect(figure('revenue')).toMatchObject({ scale: 10_000, perUnit: 1, low: 0, high: 1e12, unit: { 元: 1 } });
    expect(figure('revenue_growth_pct')).toMatchObject({ scale: 1e8, perUnit: 1e10, low: -1e15, high: 1e15 });
    expect(figure('booth_fee')).toMatchObject({ scale: 10_000, perUnit: 1, unit: { 元: 1, 个: -1 } });
    expect(figure('deed_tax_paid')).toMatchObject({ scale: 100, perUnit: 100 });
    expect(table.facts[table.numberOf('产业链') ?? -1]).toMatchObject({ id: 'chain' });
  });
});

describe('a policy pack', () => {
  test('is right as it stands', () => {
    expect(faultsOf()).toEqual([]);
  });

  test('names its document, its folder and places that are there', () => {
    expect(faultsOf({ docNumber: 'null' })).toEqual(['pack-source-unnamed docNumber']);
    expect(faultsOf({ id: 'other' })).toEqual(['pack-id-not-folder id']);
    expect(faultsOf({ plan: 'toy-2024' })).toEqual(['pack-plan-unknown plan']);
  });

  test('has days that exist, in order, and windows within its validity', () => {
    expect(faultsOf({ validFrom: '"2025-02-30"' })).toContain('policy-day validFrom');
    expect(faultsOf({ validTo: '"2024-12-31"' })).toEqual(['pack-period-reversed validTo']);
    expect(faultsOf({ validFrom: 'null' })).toEqual(['policy-day-missing validFrom']);
    expect(faultsOf({ validFrom: 'null', eventYear: '2025' })).toEqual([]);
    expect(withClause({ window: '{from: "2026-01-01", to: "2027-01-01"}' })).toEqual([
      'pack-window-outside-validity clauses/0/window/to',
    ]);
  });

  test('says what it means: names, units and kinds of value', () => {
    const at = (condition: string) => withClause({ when: `[${JSON.stringify(condition)}]`, examples: noExamples });
    expect(at('营业收人 > 5000万元')).toEqual(['policy-unknown-name clauses/0/when/0']);
    expect(at('营业收入 > 5000')).toEqual(['policy-unit-mismatch clauses/0/when/0']);
    expect(at('营业收入 > 50人')).toEqual(['policy-unit-mismatch clauses/0/when/0']);
    expect(at('营业收入 > 50斤')).toEqual(['policy-unknown-unit clauses/0/when/0']);
    expect(at('营业收入 + 1万元')).toEqual(['policy-wants-condition clauses/0/when/0']);
    expect(at('产业链 = 纺识')).toEqual(['policy-unknown-option clauses/0/when/0']);
    expect(at('产业链 > 纺织')).toEqual(['policy-choice-order clauses/0/when/0']);
    expect(at('营业收入 >')).toEqual(['policy-formula-end clauses/0/when/0']);
    expect(at('营业收入 > 5万元 $ 3')).toEqual(['policy-formula-sign clauses/0/when/0']);
    expect(withClause({ pay: '10人' })).toEqual(['policy-unit-mismatch clauses/0/pay']);
    expect(withClause({ pay: '增幅 / 职工数' })).toEqual(['policy-unit-mismatch clauses/0/pay']);
    expect(withClause({ pay: '营业收入 / 增幅 * 1%' })).toEqual(['policy-divisor-negative clauses/0/pay']);
    expect(withClause({ pay: '{sum: [营业收入 / 职工数 * 1人, 营业收入 / 职工数 * 1人]}' })).toEqual([
      'policy-divide-last clauses/0/pay/sum',
    ]);
    expect(withClause({ pay: '营业收入 * 营业收入 / 1元' })).toEqual(['policy-too-great clauses/0/pay']);
  });

  test('has shares that make a whole, and groups that are there', () => {
    expect(withClause({ payers: '[{payer: 市级, percent: 50}, {payer: 县级, percent: 49.9999}]' })).toEqual([
      'policy-payers-sum clauses/0/payers',
    ]);
    expect(withClause({ rest: '省级' })).toEqual(['policy-payer-rest clauses/0/rest']);
    expect(withClause({ group: 'titles' })).toEqual(['policy-group-unknown clauses/0/group']);
    expect(faultsOf({ groups: '[{id: titles, name: 称号, place: 一, rule: highest}]' })).toEqual([
      'policy-group-empty groups/0',
    ]);
  });

  test('comes out as its worked examples say', () => {
    const example = (text: string) => withClause({ examples: `[{title: 例, ${text}}]` });
    expect(example('facts: {revenue: 6000}, pays: 100001')).toEqual(['policy-example-wrong clauses/0/examples/0/pays']);
    expect(example('facts: {}, pays: 0')).toEqual(['policy-example-wrong clauses/0/examples/0/pays']);
    expect(example('facts: {chain: 食品}, pays: 0')).toEqual([]);
    expect(example('facts: {chain: 木材}, pays: 0')).toEqual(['policy-example-value clauses/0/examples/0/facts/chain']);
    expect(example('facts: {revenue: 0.00001}, pays: 0')).toEqual([
      'policy-example-value clauses/0/examples/0/facts/revenue',
    ]);
    expect(example('facts: {staff: -1}, pays: 0')).toEqual(['policy-example-value clauses/0/examples/0/facts/staff']);
    expect(example('facts: {listed: 2}, pays: 0')).toEqual(['policy-example-value clauses/0/examples/0/facts/listed']);
    expect(example('facts: {reveune: 1}, pays: 0')).toEqual(['policy-unknown-name clauses/0/examples/0/facts/reveune']);
  });

  test('leaves out in its examples whom it leaves out', () => {
    const exclude = '[{when: listed, words: 已上市}]';
    const examples =
      '[{title: 上市, facts: {revenue: 6000, listed: 1}, pays: 0}, {title: 没有, facts: {revenue: 6000, listed: false}, pays: 100000}, {title: 不知道, facts: {revenue: 6000}, pays: null}]';
    expect(faultsOf({ exclude }, { examples })).toEqual([]);
  });

  test('has figures for every day, each of which is compiled', () => {
    const border = (values: string) =>
      faultsOf({ parameters: `[{id: border, name: 门槛, values: [${values}]}]` }, { when: '[revenue > 门槛]' });
    expect(border('{value: 5000万元}')).toEqual([]);
    expect(border('{from: "2026-01-01", value: 5000万元}')).toContain('policy-parameter-not-yet parameters/0');
    expect(border('{value: 5000万元}, {from: "2026-01-01", value: 80人}')).toEqual([
      'policy-unit-mismatch clauses/0/when/0',
    ]);
    const days = Array.from({ length: 40 }, (_, at) => `{from: "2026-01-${10 + at}", value: 5000万元}`);
    expect(border(days.join(', '))).toContain('policy-day parameters/0/values/39/from');
  });

  test('keeps names apart', () => {
    const parameter = (id: string, name: string) =>
      faultsOf({ parameters: `[{id: ${id}, name: ${name}, values: [{value: 5000万元}]}]` });
    expect(parameter('border', '营业收入')).toEqual(['policy-name-twice parameters/0']);
    expect(parameter('textile', '门槛')).toContain('policy-name-twice parameters/0');
    expect(parameter('event_year', '门槛')).toEqual(['policy-name-twice parameters/0']);
    expect(parameter('border', '门槛（高）')).toEqual(['policy-name-form parameters/0']);
    expect(parameter('border', '且')).toEqual(['policy-name-form parameters/0']);
    expect(faultsOf({}, {}, `${facts}  - {id: revenue, name: 收入, type: flag, from: 报表}\n`)).toContain(
      'policy-name-twice facts/5',
    );
    expect(
      faultsOf(
        {},
        {},
        `${facts}  - {id: place, name: 地点, type: choice, from: 名单, options: [{id: x, name: 增幅}]}\n`,
      ),
    ).toContain('policy-name-twice facts/5/options/0');
    expect(
      faultsOf({}, {}, `${facts}  - {id: year, name: 年度, type: number, unit: 年, most: 9999, from: 表}\n`),
    ).toEqual(['policy-name-twice eventYear']);
  });
});

describe('conditions that no worked example tries', () => {
  const untried = (top: Change, own: Change) => {
    const library = loadToy(top, own);
    return library.of(policyPack).flatMap(({ content, hash }) => untriedOf(content, factTableOf(library), hash));
  };

  test('are those that none fails alone, or none meets', () => {
    expect(untried({}, {})).toEqual([{ clause: 'growth', words: '产业链为纺织', side: 'failed' }]);
    expect(untried({}, { examples: '[{title: 例, facts: {chain: food, revenue: 1}, pays: 0}]' })).toEqual([
      { clause: 'growth', words: '产业链为纺织', side: 'met' },
      { clause: 'growth', words: '产业链为纺织', side: 'failed' },
      { clause: 'growth', words: '营业收入高于5000万元', side: 'met' },
      { clause: 'growth', words: '营业收入高于5000万元', side: 'failed' },
    ]);
    const examples =
      '[{title: 刚过, facts: {revenue: 5000.0001}, pays: 100000}, {title: 正好, facts: {revenue: 5000}, pays: 0}, {title: 食品, facts: {revenue: 6000, chain: food}, pays: 0}]';
    expect(untried({}, { examples })).toEqual([]);
    // A floor is a condition too, unless nothing can fall below it.
    expect(untried({}, { examples, floor: '5万元' })).toEqual([]);
    const share = { pay: '{rate: 0.2%, of: revenue}', examples: examples.replace('刚过', '刚过千分之二') };
    expect(untried({}, { ...share, floor: '5万元' })).toEqual([
      { clause: 'growth', words: '奖补额不低于5万元', side: 'failed' },
    ]);
  });
});

describe('facts', () => {
  test('have known units and ranges that can be exact', () => {
    const figure = (rest: string) =>
      faultsOf({}, {}, `${facts}  - {id: x, name: 某数, type: number, from: 表, ${rest}}\n`);
    expect(figure('unit: 斤, most: 1')).toEqual(['policy-unknown-unit facts/5/unit']);
    expect(figure('unit: 个, least: 2, most: 1')).toEqual(['policy-fact-range facts/5/most']);
    expect(figure('unit: 个, most: 0.5')).toEqual(['policy-fact-range facts/5/most']);
    expect(figure('unit: 亿元, decimals: 8, most: 100000000')).toEqual(['policy-fact-range facts/5/most']);
    expect(figure('unit: "", decimals: 2, most: 1')).toEqual([]);
  });
});
