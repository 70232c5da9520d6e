import { describe, expect, test } from 'vitest';
import { at, exampleDraft, exampleText } from '../../../../../tests/examples/plan.ts';
import type { PlanFinding } from '../../../domain/model.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type Mark, marksByBlock, marksOf, pickMark, segmentsOf } from './marks.ts';
import type { Printed } from './printed.ts';
import { neighbour, sentencesOf } from './sentences.ts';

const heading = (words: string, label: string, title: string, level: number) => ({
  ...at(words),
  label,
  title,
  no: label,
  level,
  children: [],
});
const example: Printed = {
  text: exampleText,
  start: 0,
  format: 'txt',
  pageStarts: [],
  outline: [heading('一、总体目标', '一', '总体目标', 1), heading('（一）培育企业', '（一）', '培育企业', 2)],
  title: '临江市针纺产业行动方案（2025—2027年）',
  docNumber: null,
  issuer: '临江市人民政府',
};
const printed = (text: string, more: Partial<Printed> = {}): Printed => ({
  ...example,
  text,
  outline: [],
  title: null,
  ...more,
});
const told = (blocks: readonly Block[], { text, start }: Printed) =>
  blocks.map((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.map((cell) => text.slice(cell.start - start, cell.end - start)))
      : `${block.role}${block.level}:${block.lines.map((l) => text.slice(l.start - start, l.end - start)).join('|')}`,
  );

describe('blocks', () => {
  test('title, headings and text; a heading that runs on into a sentence is text', () => {
    expect(told(blocksOf(example), example).slice(0, 5)).toEqual([
      'title0:临江市针纺产业行动方案（2025—2027年）',
      'heading1:一、总体目标',
      'text0:到2027年，全市针纺产业营业收入达到260亿元，规上企业120家以上。',
      'text0:二、重点任务',
      'text0:（一）培育企业。新增规上企业25家。（责任单位：市工信局、各县区政府）',
    ]);
  });
  test('lines with tabs are a table, also where the text begins inside the file', () => {
    const table = printed('表\n县区\t2025年\n东湖区\t10\n\n说明', { start: 100 });
    expect(told(blocksOf(table), table)).toEqual([
      'text0:表',
      [
        ['县区', '2025年'],
        ['东湖区', '10'],
      ],
      'text0:说明',
    ]);
  });
  test('a Markdown table loses its bars and its rule', () => {
    const table = printed('|甲|乙|\n|--|--|\n| 1 |2|', { format: 'md' });
    expect(told(blocksOf(table), table)).toEqual([
      [
        ['甲', '乙'],
        [' 1 ', '2'],
      ],
    ]);
  });
  test('a PDF paragraph broken at the margin is one; a short line, an indent and a page number end it', () => {
    const long = '推动全区四条重点产业链上台阶制定本';
    const pdf = printed(`${long}\n方案。\n　　新的一段\n${long}\n— 1 —\n末行`, { format: 'pdf' });
    expect(told(blocksOf(pdf), pdf)).toEqual([
      `text0:${long}|方案。`,
      'text0:　　新的一段',
      `text0:${long}`,
      'number0:— 1 —',
      'text0:末行',
    ]);
  });
  test('the office and the day at the end are its signature', () => {
    const text = printed('为此通知。\n临江市人民政府\n2025年3月12日');
    expect(told(blocksOf(text), text)).toEqual([
      'text0:为此通知。',
      'signature0:临江市人民政府',
      'signature0:2025年3月12日',
    ]);
  });
  test('a page that begins later is numbered', () => {
    const text = printed('第一页\n第二页\n', { pageStarts: [0, 4] });
    expect(blocksOf(text).map((block) => block.page)).toEqual([null, 2]);
  });
  test('no character but line breaks is lost', () => {
    const covered = blocksOf(example).map((block) => exampleText.slice(block.start, block.end));
    expect(covered.join('')).toBe(exampleText.replaceAll('\n', ''));
  });
});

const mark = (id: string, start: number, end: number): Mark => ({
  id,
  kind: 'indicator',
  start,
  end,
  open: true,
  severity: null,
});

describe('marks', () => {
  test('overlapping marks cut a line into stretches, the longest outside', () => {
    const segments = segmentsOf({ start: 0, end: 10 }, [mark('a', 2, 6), mark('b', 4, 12), mark('c', 20, 30)]);
    expect(segments.map(({ start, end, marks }) => [start, end, marks.map(({ id }) => id).join()])).toEqual([
      [0, 2, ''],
      [2, 4, 'a'],
      [4, 6, 'b,a'],
      [6, 10, 'b'],
    ]);
  });
  test('rejected items and dismissed findings leave no mark', () => {
    const { items } = exampleDraft();
    const finding = { ...at('规上企业'), id: 'f', severity: 'error', dismissed: null } as unknown as PlanFinding;
    const gone = { ...finding, id: 'g', dismissed: {} } as PlanFinding;
    const some = items.map((item) => (item.id === 'T2' ? { ...item, review: 'rejected' as const } : item));
    expect(marksOf(some, [finding, gone]).map(({ id }) => id)).toEqual(['I1', 'f', 'C3', 'B4']);
  });
  test('a mark over two blocks touches both', () => {
    const blocks = blocksOf(example);
    const over = mark('x', blocks[1]!.start + 1, blocks[2]!.start + 1);
    expect(marksByBlock(blocks, [over]).map((marks) => marks.length)).toEqual([
      0,
      1,
      1,
      ...blocks.slice(3).map(() => 0),
    ]);
  });
  test('a click means the shortest mark, another click the next longer, and round', () => {
    const marks = [mark('long', 0, 9), mark('short', 2, 4)];
    expect(pickMark(marks, null)?.id).toBe('short');
    expect(pickMark(marks, 'short')?.id).toBe('long');
    expect(pickMark(marks, 'long')?.id).toBe('short');
    expect(pickMark([], null)).toBeUndefined();
  });
});

test('sentences for the keyboard', () => {
  const text = '甲。乙；丙\n　　丁！';
  const sentences = sentencesOf(text, 10);
  expect(sentences.map(({ start, end }) => text.slice(start - 10, end - 10))).toEqual(['甲。', '乙；', '丙', '丁！']);
  expect(neighbour(sentences, null, 1)).toBe(sentences[0]);
  expect(neighbour(sentences, sentences[0]!, 1)).toBe(sentences[1]);
  expect(neighbour(sentences, sentences[3]!, 1)).toBe(sentences[3]);
  expect(neighbour(sentences, sentences[2]!, -1)).toBe(sentences[1]);
});
