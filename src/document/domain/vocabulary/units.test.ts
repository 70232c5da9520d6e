import { describe, expect, test } from 'vitest';
import { ANY_UNIT, unitKind } from './units.ts';

const unit = new RegExp(`^(?:${ANY_UNIT})`);

describe('unitKind', () => {
  test.each([
    ['元', 'money'],
    ['亿元', 'money'],
    ['万元/亩', 'money'],
    ['美元', 'money'],
    ['%', 'percent'],
    ['个百分点', 'percent'],
    ['倍', 'multiple'],
    ['家', 'count'],
    ['台（套）', 'count'],
    ['平方米', 'measure'],
    ['吨标准煤', 'measure'],
  ])('%s: %s', (word, kind) => {
    expect(unitKind(word)).toBe(kind);
  });
});

describe('the longest unit wins', () => {
  test.each([
    ['人次', '人次'],
    ['吨标准煤', '吨标准煤'],
    ['平方公里', '平方公里'],
    ['个百分点', '个百分点'],
    ['台（套）', '台（套）'],
    ['件/年', '件/年'],
  ])('%s', (text, expected) => {
    expect(unit.exec(text)?.[0]).toBe(expected);
  });
});

describe('a word that only begins like a unit is none', () => {
  test.each([
    '部门',
    '台账',
    '项目',
    '场所',
    '次年',
    '人才',
    '家庭',
    '个月',
    '条件',
    '支持',
    '批准',
    '元旦',
    '升级',
    '本市',
  ])('%s', (word) => {
    expect(unit.test(word)).toBe(false);
  });
});
