import { describe, expect, test } from 'vitest';
import { inGoals, inPlan } from '../../../../tests/examples/document.ts';

const names = (sentence: string): string[] => inGoals(sentence).indicators.map((i) => i.name);

describe('the thing in front of the number', () => {
  test.each([
    ['到2027年，全市规上企业达到250家。', '规上企业'],
    ['力争到2027年底，营业收入突破240亿元。', '营业收入'],
    ['到2027年，营收超亿元企业42家。', '营收超亿元企业'],
    ['2027年，关键工序数控化率不低于70%。', '关键工序数控化率'],
    ['到2027年，研发经费支出占营业收入比重达到2.1%。', '研发经费支出占营业收入比重'],
    ['到2027年，面料自给率由45%提高到60%。', '面料自给率'],
  ])('%s', (sentence, name) => {
    expect(names(sentence)).toEqual([name]);
  });
});

describe('the thing behind the number', () => {
  test.each([
    ['到2027年，建成30个以上智能车间。', '智能车间'],
    ['到2027年，引进10个高层次人才团队。', '高层次人才团队'],
    ['到2027年，打造1个国家级产业集群。', '国家级产业集群'],
  ])('%s', (sentence, name) => {
    expect(names(sentence)).toEqual([name]);
  });
});

describe('words that belong to the name', () => {
  test('新增 stays: what is added is another thing than what is there', () => {
    expect(names('到2027年，新增规上企业60家。')).toEqual(['新增规上企业']);
  });

  test('words in quotation marks stay with their marks', () => {
    expect(names('到2027年，专精特新“小巨人”企业达到10家。')).toEqual(['专精特新“小巨人”企业']);
  });

  test('full coverage is named as a rate', () => {
    expect(names('到2027年，规上企业数字化诊断全覆盖。')[0]).toMatch(/规上企业数字化诊断.*覆盖率/);
  });
});

describe('elliptic numbers', () => {
  test('take the name of the one before', () => {
    expect(names('2025年规上企业达到210家，2026年230家，2027年250家。')).toEqual(['规上企业', '规上企业', '规上企业']);
  });

  test('but not across sentences', () => {
    const items = inPlan('新增规上企业20家。到2027年，培育龙头企业5家。').indicators;
    expect(items[1]!.name).toContain('龙头企业');
  });
});

describe('the same target again', () => {
  test('is marked as a repetition, the first mention is not', () => {
    const items = inGoals('到2027年，全市规上企业达到250家。', '到2027年，全市规上企业达到250家。').indicators;
    expect(items.map((i) => i.repeat)).toEqual([false, true]);
  });

  test('another year or value is another target', () => {
    const items = inGoals('到2026年，全市规上企业达到230家。', '到2027年，全市规上企业达到250家。').indicators;
    expect(items.map((i) => i.repeat)).toEqual([false, false]);
  });
});
