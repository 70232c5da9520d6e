import { describe, expect, test } from 'vitest';
import { type PrintedCell, withTable } from '../../../../tests/examples/document.ts';
import { gridOfTable } from './grid.ts';
import { columnsOf, headerRows, isDash, isFigure, yearOf } from './headings.ts';

const grid = (...rows: (readonly PrintedCell[])[]) => {
  const source = withTable('目标表', rows);
  return gridOfTable(source, source.tables[0]!);
};
const roles = (...rows: (readonly PrintedCell[])[]): string[] => {
  const g = grid(...rows);
  return columnsOf(g, headerRows(g)).map((c) => c.role);
};

describe('cells', () => {
  test.each(['12', '1,600', '20.5', '8%', '250家', '250以上', '≥30', '约100'])('a figure: %s', (t) => {
    expect(isFigure(t)).toBe(true);
  });
  test.each(['2025年', '2025', '东湖区', '-', '', '面料12'])('no figure: %s', (t) => {
    expect(isFigure(t)).toBe(false);
  });
  test('dashes are cells without a value', () => {
    expect(['-', '--', '/', '无'].every(isDash)).toBe(true);
    expect(isDash('0')).toBe(false);
  });
  test('a year, as a heading writes it', () => {
    expect(['2025年', '2025年目标', '2025', '2025年底'].map(yearOf)).toEqual([2025, 2025, 2025, 2025]);
    expect(yearOf('营业收入')).toBeNull();
  });
});

describe('heading rows', () => {
  test('one', () => {
    expect(headerRows(grid(['地区', '2025年', '2027年'], ['东湖区', '12', '20']))).toBe(1);
  });

  test('two, when the first spans', () => {
    const g = grid(
      [
        { text: '产业', down: 2 },
        { text: '2025年', over: 2 },
      ],
      ['全市', '东湖区'],
      ['面料', '100', '60'],
    );
    expect(headerRows(g)).toBe(2);
    expect(columnsOf(g, 2).map((c) => c.path)).toEqual([['产业'], ['2025年', '全市'], ['2025年', '东湖区']]);
  });

  test('a row of words below the heading is no second heading', () => {
    expect(headerRows(grid(['任务', '牵头单位'], ['建园区', '市工信局'], ['引项目', '市商务局']))).toBe(1);
  });
});

describe('what a column holds', () => {
  test('a target table by years', () => {
    expect(roles(['指标', '单位', '2025年', '2027年'], ['营业收入', '亿元', '198', '240'])).toEqual([
      'metric',
      'unit',
      'value',
      'value',
    ]);
  });

  test('a target table by regions', () => {
    expect(roles(['产业', '年份', '指标', '全市', '东湖区'], ['面料', '2025', '营业收入', '100', '60'])).toEqual([
      'group',
      'year',
      'metric',
      'value',
      'value',
    ]);
  });

  test('a duty table', () => {
    expect(
      roles(
        ['序号', '重点任务', '牵头单位', '配合单位', '完成时限', '备注'],
        ['1', '建园区', '市工信局', '市财政局', '2025年12月', ''],
      ),
    ).toEqual(['number', 'title', 'lead', 'units', 'due', 'note']);
  });

  test('单位 over names of bodies says who, not what is measured', () => {
    expect(roles(['单位', '2025年'], ['临江高新区管委会', '12'], ['芦洲区人民政府', '8'])[0]).toBe('group');
    expect(roles(['指标', '单位', '2025年'], ['营业收入', '亿元', '12'])[1]).toBe('unit');
  });
});
