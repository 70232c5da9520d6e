import { describe, expect, test } from 'vitest';
import { inGoals, inPlan, only } from '../../../../tests/examples/document.ts';

const sure = only(inPlan('到2027年，全市规上企业达到250家。').indicators);

test('what the sentence says outright is sure, and nothing was rejected', () => {
  expect(sure.confidence).toBeGreaterThanOrEqual(0.9);
  expect(sure.rejected).toEqual([]);
});

describe('what had to be supplied makes the reading less sure and names the other one', () => {
  test('a year from the opening of the goals section', () => {
    const [, item] = inGoals('到2027年，产业规模稳步扩大，园区达到4个。', '全市规上企业达到250家。').indicators;
    expect(item!.year).toBe(2027);
    expect(item!.confidence).toBeLessThan(sure.confidence);
    expect(item!.rejected.join()).toMatch(/没有写年份.*2027年.*也可读作没有年份/);
  });

  test('每年 under a year', () => {
    const item = only(inPlan('到2026年，每年攻克关键技术5项。').indicators);
    expect(item.confidence).toBeLessThan(sure.confidence);
    expect(item.rejected.join()).toContain('每年');
  });

  test('a small number written in Chinese', () => {
    const item = only(inPlan('到2027年，建设一个纺织产业园。').indicators);
    expect(item.confidence).toBeLessThan(sure.confidence);
    expect(item.rejected.join()).toContain('并非目标');
  });

  test('零的突破 taken for at least one', () => {
    const item = only(inPlan('到2027年，上市纺织企业实现零的突破。').indicators);
    expect(item.rejected.join()).toContain('至少1个');
  });
});

test('confidence stays between 0 and 1, however much is in doubt', () => {
  for (const item of inGoals('到2027年，产业提质。', '每年办一场。', '实现破零。', '达到8个。').indicators) {
    expect(item.confidence).toBeGreaterThan(0);
    expect(item.confidence).toBeLessThanOrEqual(1);
  }
});
