import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource, readSourceBuffer } from './index.ts';

const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name);

describe('one document in several formats', () => {
  test('says the same as web page and as Word file', async () => {
    const page = await readSource(fixture('linjiang-plan.html'));
    const word = await readSource(fixture('linjiang-plan.docx'));
    const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
    expect(lines(word.text)).toEqual(lines(page.text));
    expect(lines(page.text)).toHaveLength(27);
    const cells = ({ text, tables }: typeof page) =>
      tables.map((table) =>
        table.rows.map((row) => row.map((c) => [text.slice(c.start, c.end), c.rowSpan, c.columnSpan])),
      );
    expect(cells(word)).toEqual(cells(page));
    expect(cells(word)[0]![0]).toEqual([
      ['县（市、区）', 2, 1],
      ['营业收入（亿元）', 1, 2],
      ['规模以上企业（家）', 1, 2],
    ]);
  });

  test('an upload is read like the file', async () => {
    const name = 'linjiang-gazette.docx';
    expect(await readSourceBuffer(name, readFileSync(fixture(name)))).toEqual(await readSource(fixture(name)));
  });

  test('a whole row of a table is one line, and its place leads to it', async () => {
    const { text, tables } = await readSource(fixture('linjiang-gazette.docx'));
    const table = tables[0]!;
    expect(text.slice(table.start, table.end).split('\n')).toEqual([
      '责任单位\t货物吞吐量（万吨）\t',
      '\t2026年\t2028年',
      '江北区\t900\t1250',
      '南湖区\t760\t1040',
      '渌口县\t940\t1360',
      '临江经济技术开发区\t600\t850',
      '合计\t3200\t4500',
    ]);
  });
});
