import { expect, test } from 'vitest';
import { readSourceBuffer } from '../index.ts';
import { markdownTables } from './markdown-tables.ts';

const cellsOf = (text: string): string[][][] =>
  markdownTables(text).map((table) => table.rows.map((row) => row.map((cell) => text.slice(cell.start, cell.end))));

test('a pipe table gives its rows and cells, the text stays as it is', async () => {
  const text =
    '# 目标任务\r\n\r\n| 县区 | 2025年 | 2027年 |\r\n|:--|--:|:-:|\r\n| 江北区 | 52 | 75 |\r\n| 合计 |  | 75 |\r\n\r\n正文 | 不是表。\r\n';
  const source = await readSourceBuffer('目标.md', Buffer.from(text));
  expect(source.text).toBe(text);
  expect(cellsOf(text)).toEqual([
    [
      ['县区', '2025年', '2027年'],
      ['江北区', '52', '75'],
      ['合计', '', '75'],
    ],
  ]);
  const table = source.tables[0]!;
  expect(text.slice(table.start, table.end)).toMatch(/^\| 县区[\s\S]*75 \|$/);
});

test('rows need no pipes at the edges, an escaped pipe belongs to its cell', () => {
  expect(cellsOf('甲 | 乙\n--- | ---\n1\\|2 | 3\n')).toEqual([
    [
      ['甲', '乙'],
      ['1\\|2', '3'],
    ],
  ]);
});

test.each([
  ['code', '```\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n```\n'],
  ['an underlined heading', '甲 | 乙\n---\n正文\n'],
  ['a rule of dashes', '正文\n\n----\n\n正文\n'],
  ['unequal rows', '| 甲 | 乙 | 丙 |\n|--|--|\n| 1 | 2 |\n'],
])('%s is no table', (_, text) => {
  expect(markdownTables(text)).toEqual([]);
});

test('dashes and pipes without end are read in one pass', () => {
  expect(markdownTables(`${'|-'.repeat(100_000)}\n${'|-'.repeat(100_000)}\n`)).toEqual([]);
  expect(markdownTables(`${'|'.repeat(200_000)}\n${'- '.repeat(200_000)}x\n`)).toEqual([]);
});
