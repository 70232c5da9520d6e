import { describe, expect, test } from 'vitest';
import { withTable } from '../../../../tests/examples/document.ts';
import { splitLines } from '../text/lines.ts';
import { gridOfLines, gridOfTable } from './grid.ts';

const words = (grid: ReturnType<typeof gridOfLines>): string[][] => grid.rows.map((r) => r.map((c) => c.text));
const lines = (text: string) => gridOfLines(text, splitLines(text));

describe('a table that became lines', () => {
  test('cells between tabs, blanks inside a cell dropped', () => {
    expect(words(lines('地区\t2025 年\t2027年\n东湖区\t1 2\t20'))).toEqual([
      ['地区', '2025年', '2027年'],
      ['东湖区', '12', '20'],
    ]);
  });

  test('tabs in front are cells that the print left out', () => {
    expect(words(lines('地区\t指标\t2025年\n\t户数\t20'))[1]).toEqual(['', '户数', '20']);
  });

  test('cells between blanks when there are no tabs', () => {
    expect(words(lines('东湖区 12 15 20'))).toEqual([['东湖区', '12', '15', '20']]);
  });

  test('is known to be ragged', () => {
    expect(lines('东湖区\t12').ragged).toBe(true);
  });

  test('each cell points at its words', () => {
    const text = '东湖区\t12\t２０';
    const row = lines(text).rows[0]!;
    expect(row.map((c) => text.slice(c.start, c.end))).toEqual(['东湖区', '12', '２０']);
  });
});

describe('a table that the format knows', () => {
  const source = withTable('目标表', [
    [
      { text: '产业', down: 2 },
      { text: '2025年', over: 2 },
    ],
    ['全市', '东湖区'],
    ['面料', '100', '60'],
  ]);
  const grid = gridOfTable(source, source.tables[0]!);

  test('spans are spread out, so that every row has every column', () => {
    expect(words(grid)).toEqual([
      ['产业', '2025年', '2025年'],
      ['产业', '全市', '东湖区'],
      ['面料', '100', '60'],
    ]);
    expect(grid.ragged).toBe(false);
  });

  test('a repeated cell says that it only spans', () => {
    expect(grid.rows[0]!.map((c) => c.spanned)).toEqual([false, false, true]);
    expect(grid.rows[1]![0]!.spanned).toBe(true);
  });

  test('rows that are too short are filled with empty cells', () => {
    const short = withTable('目标表', [
      ['产业', '2025年', '2027年'],
      ['面料', '100'],
    ]);
    expect(words(gridOfTable(short, short.tables[0]!))[1]).toEqual(['面料', '100', '']);
  });
});
