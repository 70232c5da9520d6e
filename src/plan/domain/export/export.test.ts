import { expect, test } from 'vitest';
import {
  clause,
  exampleDocument,
  exampleDraft,
  exampleText,
  indicator,
  secretary,
} from '../../../../tests/examples/plan.ts';
import { markdownOf } from './markdown.ts';
import type { ExportedVersion } from './version.ts';
import { workbookOf } from './workbook.ts';

const document = exampleDocument({
  indicators: [indicator(), indicator({ op: 'range', value: 2, value2: 5, unit: '家', name: '上市|企业', year: null })],
  clauses: [
    clause(),
    clause({ kind: 'rate+cap', amount: null, rate: 8, base: '设备投资额', cap: 200, payer: '市财政' }),
  ],
});
const { head, items } = exampleDraft(document);
const version: ExportedVersion = {
  head,
  items: items.map((item) => (item.kind === 'task' ? { ...item, review: 'rejected' as const } : item)),
  findings: [
    {
      id: 'sum@3-9',
      rule: 'table-column-sum',
      severity: 'error',
      start: 0,
      end: 3,
      message: '合计不对。',
      arithmetic: '1+1=3',
      path: ['一、总体目标'],
      related: [],
      dismissed: { ...secretary, findingId: 'sum@3-9', reason: '原文如此' },
    },
  ],
  fileName: '方案.docx',
  edition: { number: 2, publishedAt: '2025-03-01T00:00:00.000Z', hash: 'sm3:ab' },
  wordsAt: (start, end) => exampleText.slice(start, end),
};

test('a workbook: one sheet a kind, numbers as numbers, rejected items left out, every row with its place', () => {
  const sheets = new Map(workbookOf(version).map((sheet) => [sheet.name, sheet]));
  expect([...sheets.keys()]).toEqual(['指标', '任务', '奖补条款', '表格', '体检', '出处']);
  for (const { columns, rows } of sheets.values()) for (const row of rows) expect(row).toHaveLength(columns.length);
  expect(sheets.get('任务')?.rows).toEqual([]);
  expect(sheets.get('指标')?.rows[0]?.slice(1, 8)).toEqual(['营业收入', '等于', 260, null, '亿元', 2027, '水平']);
  expect(sheets.get('指标')?.rows[0]?.slice(-2)).toEqual([items[0]?.content.start, items[0]?.content.end]);
  expect(sheets.get('表格')?.rows.map((row) => row.slice(2, 5))).toEqual([
    ['东湖区', '2025年', 10],
    ['东湖区', '2026年', 12],
    ['西山县', '2025年', 8],
    ['西山县', '2026年', 9],
  ]);
  expect(sheets.get('体检')?.rows).toEqual([
    [
      '错误',
      '合计不对。',
      '1+1=3',
      '一、总体目标',
      exampleText.slice(0, 3),
      '不必处理',
      '原文如此',
      'table-column-sum',
    ],
  ]);
  expect(sheets.get('出处')?.rows).toContainEqual(['版次', '第 2 版']);
});

test('Markdown: figures with their words, signs of Markdown made harmless', () => {
  const text = markdownOf(version);
  expect(text).toContain('| 营业收入 | 260亿元 | 2027 | 水平 |');
  expect(text).toContain('| 上市\\|企业 | 2—5家 |  | 水平 |');
  expect(text).toContain('设备投资额8%，最高200万元');
  expect(text).toContain('不必处理：原文如此');
  expect(text).not.toContain('## 任务');
});
