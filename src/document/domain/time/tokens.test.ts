import { describe, expect, test } from 'vitest';
import { findTimeTokens } from './tokens.ts';

const one = (text: string) => {
  const tokens = findTimeTokens(text);
  if (tokens.length !== 1) throw new Error(`${tokens.length} time words in ${text}`);
  return tokens[0]!;
};

describe('a year', () => {
  test.each([
    ['到2027年，', 2027, true],
    ['至2027年底，', 2027, true],
    ['2027年末', 2027, true],
    ['2025年，', 2025, false],
    ['在2025年内', 2025, false],
    ['力争到2030年', 2030, true],
    ['2025年度', 2025, false],
    ['二〇二七年', 2027, false],
    ['“十四五”末', 2025, true],
    ['“十五五”期末', 2030, true],
  ])('%s', (text, year, by) => {
    expect(one(text)).toMatchObject({ kind: 'year', year, by });
  });

  test('到 and 至 reach a point, 2027年底 alone does not', () => {
    expect(one('到2027年底').reaching).toBe(true);
    expect(one('2027年底').reaching).toBe(false);
  });

  test('several years are found in their order', () => {
    expect(findTimeTokens('2025年12家，2026年15家，到2027年20家').map((t) => t.year)).toEqual([2025, 2026, 2027]);
  });
});

describe('a point in time by month', () => {
  test.each([
    ['2025年3月', 2025, [3]],
    ['2025年9月底前', 2025, [9]],
    ['2025年6月30日前', 2025, [6]],
    ['2025年3月、9月', 2025, [3, 9]],
    ['2025年底前', 2025, [12]],
    ['2025年年底前', 2025, [12]],
    ['2025年上半年', 2025, [6]],
    ['2025年三季度', 2025, [9]],
    ['2025年第一季度', 2025, [3]],
  ])('%s', (text, year, months) => {
    const token = one(text);
    expect([token.year, token.months]).toEqual([year, months]);
  });

  test('a month that does not exist is not counted', () => {
    expect(one('2025年13月').months).toEqual([]);
  });
});

describe('a span of years', () => {
  test.each(['2025—2027年', '2025-2027年', '2025至2027年', '2025年至2027年', '2025年到2027年', '2025~2027年'])(
    '%s',
    (text) => {
      const token = one(text.replace('—', '-'));
      expect([token.kind, token.fromYear, token.year]).toEqual(['years', 2025, 2027]);
    },
  );
});

describe('what recurs and what is past', () => {
  test.each([
    ['每年培训', 'everyYear'],
    ['逐年提高', 'everyYear'],
    ['每月调度', 'everyPeriod'],
    ['每季度通报', 'everyPeriod'],
    ['年内建成', 'thisYear'],
    ['年底前建成', 'thisYear'],
    ['今年以内', 'thisYear'],
    ['近年来，', 'past'],
    ['截至目前，', 'past'],
    ['截至2024年底，', 'past'],
    ['2021年以来，', 'past'],
    ['自2025年起，', 'since'],
  ])('%s is %s', (text, kind) => {
    expect(one(text).kind).toBe(kind);
  });
});

test('年均增长 is a rate, not a yearly duty', () => {
  expect(findTimeTokens('年均增长8%')).toEqual([]);
});

test.each(['2000家企业', '20年经验', '总投资2025万元', '全年龄段', '当年度'])('no time: %s', (text) => {
  expect(findTimeTokens(text)).toEqual([]);
});

test('places cover the words', () => {
  const text = '力争2025年底前，到2027年底';
  expect(findTimeTokens(text).map((t) => text.slice(t.start, t.end))).toEqual(['2025年底前', '到2027年底']);
});
