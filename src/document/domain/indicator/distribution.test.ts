import { describe, expect, test } from 'vitest';
import { inGoals, inPlan } from '../../../../tests/examples/document.ts';

const read = (sentence: string): string[] =>
  inGoals(`到2027年，${sentence}。`).indicators.map((i) => `${i.name} ${i.value}${i.unit}`);

describe('分别 hands out numbers to names', () => {
  test.each([
    ['关键设备联网率、工序数控化率分别达到65%和70%', ['关键设备联网率 65%', '工序数控化率 70%']],
    [
      '面料产值、印染产值和成衣产值分别突破100亿元、60亿元、80亿元',
      ['面料产值 100亿元', '印染产值 60亿元', '成衣产值 80亿元'],
    ],
    [
      '高新技术产业、战略性新兴产业增加值占规上工业增加值比重分别达到48%和35%',
      ['高新技术产业增加值占规上工业增加值比重 48%', '战略性新兴产业增加值占规上工业增加值比重 35%'],
    ],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});

describe('a list without 分别', () => {
  test('each number counts what follows its own 、', () => {
    expect(read('新增国家级专精特新“小巨人”企业5家、省级专精特新企业40家')).toEqual([
      '新增国家级专精特新“小巨人”企业 5家',
      '省级专精特新企业 40家',
    ]);
  });

  test('numbers in front of their things', () => {
    expect(read('建成1个省级中试基地、2个检验检测中心')).toEqual(['省级中试基地 1个', '检验检测中心 2个']);
  });
});

describe('one number said of several things', () => {
  test('均 gives each its own record', () => {
    const items = inGoals('到2027年，面料产业、成衣产业均突破100亿元。').indicators;
    expect(items.map((i) => [i.name, i.op, i.value])).toEqual([
      ['面料产业', '>', 100],
      ['成衣产业', '>', 100],
    ]);
  });

  test('各 and 分别 with one number: one for each place', () => {
    for (const word of ['各', '分别']) {
      const items = inPlan(`在芦洲区、望江区${word}打造1个纺织专业园区。`).indicators;
      expect(items.map((i) => [i.scope, i.value])).toEqual([
        ['芦洲区', 1],
        ['望江区', 1],
      ]);
    }
  });

  test('各类, 各级 and 各县区 are words, not a sharing out', () => {
    expect(read('引进各类人才500名')).toHaveLength(1);
    expect(read('建成各级孵化平台12个')).toHaveLength(1);
    expect(read('推动各县区新增规上企业60家')).toHaveLength(1);
  });
});

test('years that are handed out stand in year.test.ts; a count that does not match the years is left alone', () => {
  const items = inPlan('2025年、2026年分别新增规上企业18家、20家和22家。').indicators;
  expect(items.map((i) => i.value)).toEqual([18, 20, 22]);
});
