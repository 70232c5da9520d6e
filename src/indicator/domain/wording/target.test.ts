import { expect, test } from 'vitest';
import { judgeTarget, usualSlack } from '../target/verdict.ts';
import { definitionOf, ratioOfTwo, targetOf } from '../testing/cells.ts';
import { mannerOf, type Series } from '../time/known.ts';
import { missingWords, targetWords, verdictSentences } from './target.ts';

const output = definitionOf();
const rate = definitionOf({ id: 'rate', unit: '%', decimals: 1, of: ratioOfTwo('a', 'b', 100) });
const base = { period: '2023', value: null, perYear: true };

test('targets as plans say them', () => {
  expect(targetWords(targetOf({ value: 5_000_000n }), output)).toBe('2026 年达到 500 亿元以上');
  expect(targetWords(targetOf({ op: '~', mode: 'growth', value: 80_000n }), output)).toBe('2026 年增长 8%左右');
  expect(targetWords(targetOf({ mode: 'growth', value: 65_000n, base }), output)).toBe(
    '2026 年比 2023 年年均增长 6.5%以上',
  );
  expect(targetWords(targetOf({ op: 'range', value: 5n, value2: 7n }), output)).toBe('2026 年达到 5 万元至 7 万元');
  expect(targetWords(targetOf({ op: '<=', mode: 'annual', value: 5n }), output)).toBe('2026 年当年不超过 5 万元');
  expect(targetWords(targetOf({ op: '=', mode: 'cumulative', from: '2024', value: 5n }), output)).toBe(
    '2024 年至 2026 年累计 5 万元',
  );
  expect(targetWords(targetOf({ op: '>', mode: 'increment', value: 5n }), rate)).toBe('2026 年提高超过 0.5 个百分点');
  expect(targetWords(targetOf({ op: '<', value: 5n }), rate)).toBe('2026 年低于 0.5%');
});

const series = (values: Readonly<Record<string, number>>): Series =>
  new Map(
    Object.entries(values).map(([period, value]) => [
      period,
      { value: BigInt(value), vintages: ['final'], basis: null },
    ]),
  );
const said = (
  more: Parameters<typeof targetOf>[0],
  values: Readonly<Record<string, number>>,
  direction: 'up' | 'down' = 'up',
) =>
  verdictSentences(
    judgeTarget(targetOf(more), series(values), {
      ...{ manner: mannerOf(output), direction, neverNegative: true, slack: usualSlack },
    }),
    output,
  );

test('how a target stands, with what is missing', () => {
  expect(said({}, { '2026-03': 300 })).toEqual([
    '到 2026 年 3 月，实际 300 万元，目标 1,200 万元，完成 25%，还差 900 万元。',
    '还不能下结论：缺 2026 年 4 月至 12 月的数。',
  ]);
  expect(said({}, { '2026-12': 1199 })).toEqual([
    '到 2026 年 12 月，实际 1,199 万元，目标 1,200 万元，完成 99.9%，还差 1 万元。',
    '没有完成目标。',
  ]);
  expect(said({ op: '<=' }, { '2026-05': 1500 }, 'down')).toEqual([
    '到 2026 年 5 月，实际 1,500 万元，目标 1,200 万元，已用 125%，超出 300 万元。',
    '没有完成目标。',
  ]);
  expect(said({}, { '2026-12': 1300 })[1]).toBe('已完成目标。');
  expect(said({ mode: 'growth' }, {})).toEqual([
    ...['还没有数。', '还不能下结论：缺 2025 年的基数，缺 2026 年 1 月至 12 月的数。'],
  ]);
  expect(missingWords({ code: 'reporters', periods: ['2026-01'], given: 2, limit: 9 }, output)).toBe(
    '应报 9 份，还有 2 份没有报',
  );
  expect(missingWords({ code: 'base-not-positive', period: '2025', given: -3n }, output)).toBe(
    '2025 年的基数是 −3 万元，不能算增速',
  );
});
