import { describe, expect, test } from 'vitest';
import { sourceOf, withTable } from '../../../../tests/examples/document.ts';
import { extractDocuments } from '../extract.ts';
import type { SourceText, TableItem } from '../model.ts';

const table = (source: SourceText): TableItem => extractDocuments(source)[0]!.tables[0]!;
const rows = (t: TableItem): string[] =>
  t.rows.map(
    (r) => `${r.headings.join(' ')}: ${r.cells.map((c) => c.value ?? (c.text === '' ? '?' : c.text)).join(' ')}`,
  );
const head = '临江市现代纺织产业三年行动方案\n附件1\n各县区目标任务分解表';
const flattened = (...lines: string[]): TableItem => table(sourceOf([head, ...lines, '各县区抓好落实。'].join('\n')));

describe('a table that plain text flattened', () => {
  const columns = '产业\t年份\t指标\t全市\t东湖区\t西山县\t芦洲区';

  test('labels that the print leaves out are carried down', () => {
    const t = flattened(
      columns,
      '面料\t2025\t营业收入\t100\t40\t35\t25',
      '\t\t规上户数\t60\t25\t20\t15',
      '\t2026\t营业收入\t120\t50\t40\t30',
    );
    expect(rows(t)).toEqual([
      '面料 2025 营业收入: 100 40 35 25',
      '面料 2025 规上户数: 60 25 20 15',
      '面料 2026 营业收入: 120 50 40 30',
    ]);
  });

  test('also when their empty cells were lost', () => {
    const t = flattened(
      columns,
      '面料\t2025\t营业收入\t100\t40\t35\t25',
      '规上户数\t60\t25\t20\t15',
      '2026\t营业收入\t120\t50\t40\t30',
    );
    expect(rows(t)).toEqual([
      '面料 2025 营业收入: 100 40 35 25',
      '面料 2025 规上户数: 60 25 20 15',
      '面料 2026 营业收入: 120 50 40 30',
    ]);
  });

  test('the same metric again without a year is the next year', () => {
    const t = flattened(
      columns,
      '面料\t2025\t营业收入\t100\t40\t35\t25',
      '规上户数\t60\t25\t20\t15',
      '营业收入\t120\t50\t40\t30',
    );
    expect(rows(t).at(-1)).toBe('面料 2026 营业收入: 120 50 40 30');
  });

  test('surplus dashes go, the total and the last column stay', () => {
    const t = flattened(columns, '面料\t2025\t营业收入\t100\t40\t35\t25', '成衣\t2025\t营业收入\t70\t45\t-\t-\t25');
    expect(rows(t)[1]).toBe('成衣 2025 营业收入: 70 45 - 25');
  });

  test('a cell that was lost is unknown, not nought', () => {
    const t = flattened(columns, '面料\t2025\t营业收入\t100\t40\t35\t25', '成衣\t2025\t营业收入\t70\t45\t25');
    expect(t.rows[1]!.cells.map((c) => c.value)).toEqual([70, 45, 25, null]);
  });

  test('headings printed again on the next page are no row', () => {
    const t = flattened(
      columns,
      '面料\t2025\t营业收入\t100\t40\t35\t25',
      columns,
      '成衣\t2025\t营业收入\t70\t45\t15\t10',
    );
    expect(t.rows).toHaveLength(2);
  });

  test('years that start over without a label are another group', () => {
    const t = flattened(
      columns,
      '面料\t2025\t营业收入\t100\t40\t35\t25',
      '2026\t营业收入\t120\t50\t40\t30',
      '2025\t营业收入\t70\t45\t15\t10',
    );
    expect(t.rows[2]!.headings).not.toContain('面料');
  });

  test('is less sure than a table that the format knows', () => {
    const known = table(
      withTable(head, [
        ['产业', '2025年'],
        ['面料', '100'],
        ['成衣', '70'],
      ]),
    );
    expect(
      flattened(columns, '面料\t2025\t营业收入\t100\t40\t35\t25', '\t\t规上户数\t60\t25\t20\t15').confidence,
    ).toBeLessThan(known.confidence);
  });
});

describe('a table that the format knows', () => {
  const t = table(
    withTable(head, [
      [
        { text: '产业', down: 2 },
        { text: '指标', down: 2 },
        { text: '2025年', over: 2 },
        { text: '2027年', over: 2 },
      ],
      ['全市', '东湖区', '全市', '东湖区'],
      [{ text: '面料', down: 2 }, '营业收入', '100', '60', '150', '90'],
      ['规上户数', '20', '—', '30', ''],
    ]),
  );

  test('cells that span rows label each of them', () => {
    expect(t.rows.map((r) => r.headings)).toEqual([
      ['面料', '营业收入'],
      ['面料', '规上户数'],
    ]);
  });

  test('columns have their headings from the outside in', () => {
    expect(t.columns.slice(2)).toEqual([
      ['2025年', '全市'],
      ['2025年', '东湖区'],
      ['2027年', '全市'],
      ['2027年', '东湖区'],
    ]);
  });

  test('a dash and a blank have no value', () => {
    expect(t.rows[1]!.cells.map((c) => c.value)).toEqual([20, null, 30, null]);
  });
});
