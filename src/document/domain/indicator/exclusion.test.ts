import { describe, expect, test } from 'vitest';
import { inPlan, inPolicy, readDocument } from '../../../../tests/examples/document.ts';

const values = (...body: string[]): number[] => inPlan(...body).indicators.map((i) => i.value);

describe('background and results already reached', () => {
  test.each([
    '近年来，全市累计引进项目50个，总投资300亿元。',
    '目前，全市已建成园区3个。',
    '截至2024年底，全市规上企业达到192家。',
    '2024年，全市规上企业达到192家，营业收入180亿元。',
    '“十三五”以来，全市已培育省级专精特新企业60家。',
  ])('%s', (sentence) => {
    expect(values(sentence)).toEqual([]);
  });

  test('what shall be behind what has been is read', () => {
    expect(values('目前全市已建成园区3个，力争到2027年达到5个。')).toContain(5);
  });

  test('nothing under a heading that speaks of the present state', () => {
    const d = readDocument(
      '临江市现代纺织产业三年行动方案\n一、发展现状\n全市规上企业192家。\n二、发展目标\n到2027年，规上企业达到250家。',
    );
    expect(d.indicators.map((i) => i.value)).toEqual([250]);
  });
});

describe('numbers of a programme', () => {
  test.each([
    '围绕8条重点产业链，实施6大行动，落实20条措施。',
    '聚焦面料、印染、成衣3个环节，补齐短板。',
    '完善5项机制，压实4方面责任。',
    '深入实施“1269”行动计划。',
    '坚持“一链一策”，落实“五个一”机制。',
  ])('%s', (sentence) => {
    expect(values(sentence)).toEqual([]);
  });
});

describe('definitions, conditions and rules', () => {
  test.each([
    '本方案所称链主企业，是指年营业收入10亿元以上、带动本地配套率不低于30%的企业。',
    '申报企业应当注册满3年，年营业收入不低于2000万元。',
    '企业应当在30个工作日内提交材料。',
    '对连续两年亩均税收低于3万元的企业，纳入整治清单。',
    '公示期不少于5个工作日。',
  ])('%s', (sentence) => {
    expect(values(sentence)).toEqual([]);
  });

  test('nothing under the conditions of an application', () => {
    const d = inPolicy('二、申报条件', '（一）年营业收入达到2000万元以上。', '（二）研发人员不少于10人。');
    expect(d.indicators).toEqual([]);
  });

  test('a rule book makes no commitments', () => {
    const d = readDocument(
      '临江市产业园区管理办法\n第一章总则\n第三条入园项目的投资强度应当达到每亩200万元，绿地率不得超过20%。',
    );
    expect(d.indicators).toEqual([]);
  });
});

describe('support for somebody', () => {
  test('amounts, thresholds and caps of an award are no targets', () => {
    const d = inPolicy('1.对年营业收入首次突破1亿元的企业，给予50万元奖励，单个企业最高100万元。');
    expect(d.indicators).toEqual([]);
    expect(d.clauses.length).toBeGreaterThan(0);
  });

  test('a target beside an award is still read', () => {
    const d = inPolicy('1.每年遴选10家示范企业，对入选的企业给予20万元奖励。');
    expect(d.indicators.map((i) => i.value)).toEqual([10]);
    expect(d.clauses.map((c) => c.amount)).toEqual([20]);
  });
});

describe('figures that are no figures', () => {
  test.each([
    '到2027年，引育一批龙头企业，建设若干公共平台。',
    '推广5G、工业互联网等新技术。',
    '争取进入全省前3位。',
    '按照《临江市产业10条》（2024年版）执行。',
    '做到一个口子受理，一个窗口办结。',
    '每两年举办一次面料设计大赛。',
  ])('%s', (sentence) => {
    expect(values(sentence)).toEqual([]);
  });
});
