import { describe, expect, test } from 'vitest';
import { memoryTerminal } from './memory.ts';
import { table } from './table.ts';
import { cutTo, displayWidth, pad } from './width.ts';

describe('display width', () => {
  test('Chinese and full-width signs take two columns, letters one, combining marks none', () => {
    expect(displayWidth('产业链A1')).toBe(8);
    expect(displayWidth('（一）')).toBe(6);
    expect(displayWidth('，。：')).toBe(6);
    expect(displayWidth('ｅ')).toBe(2);
    expect(displayWidth('é')).toBe(1);
    expect(displayWidth('e\u0301')).toBe(1);
    expect(displayWidth('𠮷')).toBe(2);
  });
  test('cutting never exceeds the columns and shows that something is missing', () => {
    expect(cutTo('营业收入', 8)).toBe('营业收入');
    expect(cutTo('营业收入', 7)).toBe('营业收…');
    expect(cutTo('营业收入', 6)).toBe('营业…');
    expect(cutTo('a\nb', 9)).toBe('a b');
    expect(pad('营', 4)).toBe('营  ');
  });
});

describe('table', () => {
  const columns = [
    { title: '指标', max: 12 },
    { title: '值', max: 10 },
  ];
  const rows = [
    ['营业收入', '≥400亿元'],
    ['规模以上工业企业数', '85家'],
  ];
  test('on a terminal the second column starts at the same place in every line', () => {
    const lines = table(columns, rows, memoryTerminal(80)).trimEnd().split('\n');
    const starts = ['值', '≥', '85'].map((text, i) => displayWidth(lines[i]?.split(text)[0] ?? ''));
    expect(starts).toEqual([14, 14, 14]);
    expect(lines[2]).toContain('规模以上工…');
  });
  test('on a narrow terminal the widest column gives way and no line exceeds it', () => {
    const lines = table(columns, rows, memoryTerminal(20)).trimEnd().split('\n');
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(20);
  });
  test('on a pipe cells are complete and separated by tabs, line breaks inside them gone', () => {
    const text = table(columns, [['规模以上\n工业企业数', '85家']], memoryTerminal(null));
    expect(text).toBe('指标\t值\n规模以上 工业企业数\t85家\n');
  });
  test('no rows, no table', () => {
    expect(table(columns, [], memoryTerminal(80))).toBe('');
  });
});
