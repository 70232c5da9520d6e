import { describe, expect, test } from 'vitest';
import { sourceOf, withTable } from '../../../../tests/examples/document.ts';
import { extractDocuments } from '../extract.ts';
import type { SourceText, TableItem } from '../model.ts';

const tables = (source: SourceText): readonly TableItem[] => extractDocuments(source).flatMap((d) => d.tables);
const plan = '临江市现代纺织产业三年行动方案\n一、发展目标';
const grid = [
  ['地区', '2025年', '2027年'],
  ['东湖区', '12', '20'],
  ['西山县', '9', '15'],
];
const flat = grid.map((r) => r.join('\t')).join('\n');

describe('title and unit', () => {
  test('the line above that reads like a title', () => {
    expect(tables(withTable(`${plan}\n各县区规上企业目标表`, grid))[0]!.title).toBe('各县区规上企业目标表');
  });

  test('a sentence above is none', () => {
    expect(tables(withTable(`${plan}\n各县区要压实责任，完成目标任务。`, grid))[0]!.title).toBeNull();
  });

  test('the unit in a bracket behind the title, or on a line of its own', () => {
    expect(tables(sourceOf(`${plan}\n各县区营业收入目标表（亿元）\n${flat}`))[0]!.unit).toBe('亿元');
    expect(tables(withTable(`${plan}\n各县区营业收入目标表\n单位：亿元`, grid))[0]!.unit).toBe('亿元');
    expect(tables(withTable(`${plan}\n各县区营业收入目标表`, grid))[0]!.unit).toBeNull();
  });

  test('the path leads through the headings to the title', () => {
    expect(tables(withTable(`${plan}\n各县区规上企业目标表`, grid))[0]!.path).toEqual([
      '一、发展目标',
      '各县区规上企业目标表',
    ]);
  });
});

describe('where a table is', () => {
  test('its place covers its rows', () => {
    const text = `${plan}\n各县区规上企业目标表\n${flat}\n各县区抓好落实。`;
    const [t] = tables(sourceOf(text));
    expect(text.slice(t!.start, t!.end)).toBe(flat);
  });

  test('cells point at their figures', () => {
    const source = withTable(`${plan}\n各县区规上企业目标表`, grid);
    const cells = tables(source)[0]!.rows.flatMap((r) => r.cells);
    expect(cells.map((c) => source.text.slice(c.start, c.end))).toEqual(['12', '20', '9', '15']);
  });

  test('two tables apart are two', () => {
    expect(
      tables(sourceOf(`${plan}\n目标表一\n${flat}\n各县区要压实责任，完成目标任务。\n目标表二\n${flat}\n抓好落实。`)),
    ).toHaveLength(2);
  });
});

describe('a table of words', () => {
  test('keeps every column as it was printed; a running number is no figure', () => {
    const [t] = tables(
      withTable(`${plan}\n重点任务分工表`, [
        ['序号', '重点任务', '牵头单位'],
        ['1', '建设面料产业园', '市自然资源局'],
      ]),
    );
    expect(t!.columns).toHaveLength(3);
    expect(t!.rows[0]!.headings).toEqual([]);
    expect(t!.rows[0]!.cells.map((c) => [c.text, c.value])).toEqual([
      ['1', null],
      ['建设面料产业园', null],
      ['市自然资源局', null],
    ]);
  });
});

describe('no table', () => {
  test('prose', () => {
    expect(tables(sourceOf(`${plan}\n到2027年，规上企业达到250家。`))).toEqual([]);
  });

  test('a single row', () => {
    expect(tables(withTable(plan, [['地区', '2025年', '2027年']]))).toEqual([]);
  });
});

test('the words of a table are not read as sentences too', () => {
  const d = extractDocuments(
    withTable(`${plan}\n各县区目标表`, [
      ['事项', '内容'],
      ['新增企业', '到2027年新增规上企业20家'],
    ]),
  )[0]!;
  expect(d.indicators.filter((i) => !i.table)).toEqual([]);
});
