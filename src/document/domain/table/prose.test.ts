import { describe, expect, test } from 'vitest';
import { withTable } from '../../../../tests/examples/document.ts';
import { extractDocuments } from '../extract.ts';

const head = '临江市现代纺织产业三年行动方案\n附件2\n重点任务分工表';
const source = withTable(head, [
  ['序号', '重点任务', '工作内容', '责任单位', '完成时限'],
  ['1', '建设创新平台', '新建市级以上研发机构12个', '市科技局', '2026年12月'],
  ['2', '完善机制', '建立联席会议制度', '市工信局', '2025年6月'],
]);
const items = extractDocuments(source)[0]!.indicators;

describe('a target that stands as a sentence in a cell', () => {
  test('is read, with the year of the row', () => {
    expect(items.map((i) => [i.value, i.unit, i.year, i.table])).toEqual([[12, '个', 2026, true]]);
  });

  test('points at its words in the file', () => {
    expect(source.text.slice(items[0]!.start, items[0]!.end)).toContain('研发机构12个');
  });

  test('stands under the heading of the table', () => {
    expect(items[0]!.path.join('/')).toContain('重点任务分工表');
  });
});

test('a year in the cell goes before that of the row', () => {
  const own = withTable(head, [
    ['序号', '工作内容', '责任单位', '完成时限'],
    ['1', '2025年新建市级研发机构5个', '市科技局', '2026年12月'],
    ['2', '建立联席会议制度', '市工信局', '2025年6月'],
  ]);
  expect(extractDocuments(own)[0]!.indicators.map((i) => i.year)).toEqual([2025]);
});
