import { expect, test } from 'vitest';
import { readCell } from '../reading/cell.ts';
import { noFacts, usualReading } from '../reading/facts.ts';
import { cellsOf, definitionOf, targetOf } from '../testing/cells.ts';
import { cellSentences } from './cell.ts';

const output = definitionOf();
const options = { ...usualReading, catalogue: new Map() };

test('a whole cell in sentences', () => {
  const reporters = { expected: 5, reported: 5 };
  const facts = {
    ...noFacts,
    series: new Map([
      [
        'output',
        [
          ...cellsOf({ '2025-02': 150, '2025-03': 250 }),
          ...cellsOf({ '2026-02': 180, '2026-03': 290 }, { vintages: { preliminary: 3, final: 2 }, reporters }),
        ],
      ],
    ]),
    own: new Map([['output', cellsOf({ '2026-03': 300 })]]),
    targets: [{ target: targetOf(), ledger: null }],
  };
  expect(cellSentences(readCell(output, facts, '2026-03', options), output)).toEqual({
    actual: ['到 2026 年 3 月累计 290 万元。', '合计里有 3 个初步数。'],
    own: ['自报 300 万元，各处之和 290 万元，自报多 10 万元。'],
    target: [
      '2026 年达到 1,200 万元以上。',
      '到 2026 年 3 月，实际 290 万元，目标 1,200 万元，完成 24.2%，还差 910 万元。',
      '还不能下结论：缺 2026 年 4 月至 12 月的数。',
    ],
    light: [
      '没有往年数据，按每月平均计算，到 2026 年 3 月应完成 25%，实际完成 24.2%，落后 0.8 个百分点（10 万元）。',
      '蓝灯：进度是应有的 96.7%，在 95%到 100%之间。',
    ],
    forecast: ['预计全年约 1,160 万元；往年数据不足两年，按每月平均推算，不给范围。'],
    growth: [
      ...['累计同比增长 16%（上年同期 250 万元，最终数）。', '本期的数里初步数和最终数都有。'],
      ...['同比增长 10%（上年同期 100 万元，最终数）。', '本期的数里初步数和最终数都有。'],
      ...[
        '环比算不出。',
        '基期缺 2026 年 1 月的数，不能算增速。',
        '本期的数里初步数和最终数都有。',
        '基期的数里初步数和最终数都有。',
      ],
    ],
  });
});

test('a cell that nothing is known of', () => {
  expect(cellSentences(readCell(output, noFacts, '2026-03', options), output)).toEqual({
    actual: ['到 2026 年 3 月还没有数。', '缺 2026 年 1 月至 3 月的数。'],
    ...{ own: [], target: [], light: ['不亮灯：没有目标。'], forecast: ['还没有报数，不能预计。'] },
    growth: expect.arrayContaining(['累计同比算不出。']),
  });
});

test('own report and parts of other months are not compared', () => {
  const facts = {
    ...noFacts,
    series: new Map([['output', cellsOf({ '2026-03': 290 })]]),
    own: new Map([['output', cellsOf({ '2026-02': 200 })]]),
  };
  expect(cellSentences(readCell(output, facts, '2026-03', options), output).own).toEqual([
    ...['自报 200 万元，各处之和 290 万元，期数不同，不能比较。', '缺 2026 年 3 月的数。'],
  ]);
});
