import { expect, test } from 'vitest';
import { toDate, yearlyAverage, yearOnYear } from '../growth/growth.ts';
import { readCell } from '../reading/cell.ts';
import { noFacts, usualReading } from '../reading/facts.ts';
import { cellsOf, definitionOf, ratioOfTwo } from '../testing/cells.ts';
import { mannerOf, type Series } from '../time/known.ts';
import { changeSentences, growthWords, remarkWords } from './growth.ts';

const output = definitionOf();
const options = { manner: mannerOf(output) };
const series = (
  values: Readonly<Record<string, number>>,
  basis: (period: string) => string | null = () => null,
): Series =>
  new Map(
    Object.entries(values).map(([period, value]) => [
      period,
      { value: BigInt(value), vintages: period < '2026' ? ['preliminary'] : ['final'], basis: basis(period) },
    ]),
  );
const said = (values: Readonly<Record<string, number>>) => {
  const growth = toDate(series(values), '2026-03', options);
  return [growthWords(growth, output), ...growth.remarks.map((remark) => remarkWords(remark, output))];
};

test('a rate names its base and its vintage', () => {
  expect(said({ '2025-03': 124_000, '2026-03': 134_292 })).toEqual(['累计同比增长 8.3%（上年同期 12.4 亿元，初步数）']);
  expect(said({ '2025-03': 100, '2026-03': 95 })).toEqual(['累计同比下降 5%（上年同期 100 万元，初步数）']);
  expect(said({ '2025-03': 100, '2026-03': 100 })).toEqual(['累计同比持平（上年同期 100 万元，初步数）']);
  const average = yearlyAverage(series({ '2023-12': 100, '2025-12': 121 }), '2023', '2025', options);
  expect(growthWords(average, output)).toBe('年均增长 10%（2023 年 100 万元，初步数）');
});

test('what is no rate says why', () => {
  expect(said({ '2025-03': 0, '2026-03': 5 })).toEqual([
    ...['累计同比增加 5 万元（上年同期 0 万元，初步数）', '基期是 0，不能算增速，只看增减多少。'],
  ]);
  expect(said({ '2025-03': -10, '2026-03': 5 })[1]).toBe('基期是负数 −10 万元，不能算增速，只看增减多少。');
  expect(said({ '2025-03': 10, '2026-03': -5 })).toEqual([
    ...['累计同比下降 150%（上年同期 10 万元，初步数）', '本期是负数 −5 万元，降幅超过 100%。'],
  ]);
  expect(said({ '2025-03': 10, '2026-02': 5 })).toEqual([
    ...['累计同比算不出', '本期缺 2026 年 3 月的数，不能算增速。'],
  ]);
  expect(said({ '2026-03': 5 })).toEqual(['累计同比算不出', '基期缺 2025 年 1 月至 3 月的数，不能算增速。']);
});

test('another basis, a base that was restated, mixed vintages', () => {
  const now = series({ '2025-03': 100, '2026-03': 110 }, (period) => (period < '2026' ? 'old' : 'new'));
  const growth = yearOnYear(now, '2026-Q1', { ...options, earlier: series({ '2025-03': 105 }) });
  expect(growth.remarks.map((remark) => remarkWords(remark, output))).toEqual([
    '本期和基期的口径不一样，增速只供参考。',
    '基期的数后来改过：原来 105 万元（初步数），现在 100 万元；按原来的数是增长 4.8%。',
  ]);
  expect(remarkWords({ code: 'mixed-vintages', of: 'base', vintages: ['preliminary', 'final'] }, output)).toBe(
    '基期的数里初步数和最终数都有。',
  );
});

test('a ratio changes in points; too few reports are no base', () => {
  const rate = definitionOf({ id: 'rate', unit: '%', decimals: 1, of: ratioOfTwo('tech', 'output', 100), low: null });
  const catalogue = new Map([
    ['tech', definitionOf({ id: 'tech' })],
    ['output', output],
  ]);
  const thin = { reporters: { expected: 10, reported: 2 } };
  const read = (more: object) =>
    readCell(
      rate,
      {
        ...noFacts,
        series: new Map([
          ['tech', [...cellsOf({ '2025-03': 20 }), ...cellsOf({ '2026-03': 51 }, more)]],
          ['output', cellsOf({ '2025-03': 100, '2026-03': 200 })],
        ]),
      },
      '2026-03',
      { ...usualReading, catalogue },
    ).growth?.toDate;
  const [full, few] = [read({}), read(thin)];
  expect(full && changeSentences(full, rate)).toEqual(['累计同比上升 5.5 个百分点（上年同期 20%）。']);
  expect(few && changeSentences(few, rate)).toEqual(['累计同比算不出。', '本期报数的单位太少，不能比较。']);
});
