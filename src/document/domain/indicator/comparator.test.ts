import { describe, expect, test } from 'vitest';
import { inGoals, only } from '../../../../tests/examples/document.ts';

const op = (sentence: string): string => only(inGoals(`到2027年，${sentence}。`).indicators).op;

describe('the words around the number', () => {
  test.each([
    ['规上企业250家', '='],
    ['规上企业达到250家', '='],
    ['规上企业达250家', '='],
    ['规上企业数为250家', '='],
    ['完成技改投资150亿元', '='],
    ['实现营业收入240亿元', '='],
    ['规上企业250家以上', '>='],
    ['规上企业250家及以上', '>='],
    ['规上企业不少于250家', '>='],
    ['水重复利用率不低于50%', '>='],
    ['至少建成园区3个', '>='],
    ['营业收入超过240亿元', '>'],
    ['营业收入突破240亿元', '>'],
    ['营业收入超240亿元', '>'],
    ['面料自给率高于60%', '>'],
    ['规上企业250余家', '>'],
    ['单位产品能耗不超过80千克', '<='],
    ['损耗率控制在3%以内', '<='],
    ['损耗率降到3%以下', '<='],
    ['营业收入达到240亿元左右', '~'],
    ['营业收入约240亿元', '~'],
    ['营业收入年均增长8%—10%', 'range'],
    ['引进龙头企业2至5家', 'range'],
    ['引进龙头企业2~5家', 'range'],
  ])('%s: %s', (sentence, expected) => {
    expect(op(sentence)).toBe(expected);
  });

  test.each(['力争', '争取', '确保', '计划', '基本'])('%s changes nothing', (word) => {
    expect(op(`${word}达到250家规上企业`)).toBe('=');
  });

  test('破零 asks for at least one', () => {
    const item = only(inGoals('到2027年，上市纺织企业实现破零。').indicators);
    expect([item.op, item.value]).toEqual(['>=', 1]);
  });
});

describe('the comparator must belong to the target number', () => {
  test.each([
    ['营业收入超亿元企业42家', '=', 42],
    ['营业收入10亿元以上企业4家', '=', 4],
    ['5亿~10亿元企业3家以上', '>=', 3],
    ['总投资超5亿元项目不少于12个', '>=', 12],
    ['营业收入突破百亿元的企业达到2家', '=', 2],
  ])('%s: %s %d', (sentence, expected, value) => {
    const item = only(inGoals(`到2027年，${sentence}。`).indicators);
    expect([item.op, item.value]).toEqual([expected, value]);
  });

  test('each number of a sentence has its own', () => {
    const items = inGoals('到2027年，规上企业超过250家，专精特新企业40家以上，园区4个，损耗率不超过3%。').indicators;
    expect(items.map((i) => i.op)).toEqual(['>', '>=', '=', '<=']);
  });

  test('a list under 分别 shares the comparator before it', () => {
    const items = inGoals('到2027年，面料、印染产业营业收入分别超过100亿元和80亿元。').indicators;
    expect(items.map((i) => [i.op, i.value])).toEqual([
      ['>', 100],
      ['>', 80],
    ]);
  });
});
