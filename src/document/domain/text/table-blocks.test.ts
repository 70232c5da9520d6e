import { describe, expect, test } from 'vitest';
import { splitLines } from './lines.ts';
import { findTableBlocks, isRow } from './table-blocks.ts';

const line = (text: string) => splitLines(text)[0]!;
const blocks = (text: string): string[][] => {
  const lines = splitLines(text);
  return findTableBlocks(lines).map((b) => lines.slice(b.from, b.to).map((l) => l.text));
};

describe('isRow', () => {
  test.each([
    ['营业收入\t180\t198\t240', true],
    ['县区\t目标', true],
    ['东湖区 12 15 20', true],
    ['东湖区 - 15 20 8.5%', true],
    ['全市新增规上企业20家。', false],
    ['临江 市现代 纺织 产业 方案', false],
    ['到2027年，东湖区 12 15 20', false],
  ])('%j: %s', (text, expected) => {
    expect(isRow(line(text))).toBe(expected);
  });
});

describe('findTableBlocks', () => {
  test('rows that follow each other are one table', () => {
    expect(blocks('目标如下\n县区\t2025年\t2027年\n东湖区\t12\t20\n西山县\t9\t15\n以上由县区落实。')).toEqual([
      ['县区\t2025年\t2027年', '东湖区\t12\t20', '西山县\t9\t15'],
    ]);
  });

  test('a short label that slipped onto a line of its own stays in the table', () => {
    expect(blocks('县区\t2025年\t2027年\n东湖区\t12\t20\n现代纺织\n西山县\t9\t15')[0]).toHaveLength(4);
  });

  test('a sentence between two tables parts them', () => {
    expect(blocks('甲\t1\t2\n乙\t3\t4\n各县区要压实责任。\n丙\t5\t6\n丁\t7\t8')).toHaveLength(2);
  });

  test('one row alone is no table', () => {
    expect(blocks('联系人：\t市工信局\t办公室\n各县区要压实责任。')).toEqual([]);
  });
});
