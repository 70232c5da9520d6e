import { describe, expect, test } from 'vitest';
import { sourceOf, withTable } from '../../../../tests/examples/document.ts';
import { extractDocuments } from '../extract.ts';
import type { SourceText, TaskItem } from '../model.ts';

const tasks = (source: SourceText): readonly TaskItem[] => extractDocuments(source)[0]!.tasks;
const head = '临江市现代纺织产业三年行动方案\n附件2\n重点任务分工表';

describe('a table of duties', () => {
  const found = tasks(
    withTable(head, [
      ['序号', '重点任务', '牵头单位', '配合单位', '完成时限'],
      ['1', '建设面料产业园', '市自然资源局', '市工信局、芦洲区政府', '2025年12月底前'],
      ['2', '引进链主企业', '市商务局、市投资促进中心', '各县（市、区）政府', '每年'],
      ['3', '合计', '', '', ''],
    ]),
  );

  test('each row with units is a task, numbered under its heading', () => {
    expect(found.map((t) => [t.no, t.title])).toEqual([
      ['附件2/1', '建设面料产业园'],
      ['附件2/2', '引进链主企业'],
    ]);
  });

  test('lead, joint leads and units', () => {
    expect(found.map((t) => [t.lead, t.coLeads, t.units])).toEqual([
      ['市自然资源局', [], ['市自然资源局', '市工信局', '芦洲区政府']],
      ['市商务局', ['市商务局', '市投资促进中心'], ['市商务局', '市投资促进中心', '各县（市、区）政府']],
    ]);
  });

  test('when it is due, or that it recurs', () => {
    expect(found.map((t) => [t.deadlines, t.recurring])).toEqual([
      [['2025-12'], []],
      [[], ['yearly']],
    ]);
  });
});

test('the same table flattened to lines', () => {
  const text = `${head}\n序号\t重点任务\t牵头单位\t配合单位\t完成时限\n1\t建设面料产业园\t市自然资源局\t市工信局、芦洲区政府\t2025年12月底前\n2\t引进链主企业\t市商务局\t市工信局\t2026年6月\n各单位抓好落实。`;
  expect(tasks(sourceOf(text)).map((t) => [t.no, t.lead, t.units.length, t.deadlines])).toEqual([
    ['附件2/1', '市自然资源局', 3, ['2025-12']],
    ['附件2/2', '市商务局', 2, ['2026-06']],
  ]);
});

test('a table without units has no duties', () => {
  expect(
    tasks(
      withTable(head, [
        ['序号', '重点任务', '备注'],
        ['1', '建园区', ''],
        ['2', '引项目', ''],
      ]),
    ),
  ).toEqual([]);
});
