import { describe, expect, test } from 'vitest';
import { cellText, readSheet, type SheetSpec } from './sheet.ts';

const spec: SheetSpec = {
  name: '单位',
  columns: [
    { field: 'name', title: '名称', width: 20, required: true, form: { kind: 'text', most: 10 } },
    {
      field: 'kind',
      title: '类型',
      width: 10,
      form: { kind: 'choice', options: { bank: '金融机构', town: '乡镇街道' } },
    },
    { field: 'aliases', title: '别名', width: 20, form: { kind: 'list', most: 10 } },
    { field: 'from', title: '生效日期', width: 12, form: { kind: 'day' } },
    { field: 'main', title: '主岗', width: 6, form: { kind: 'yes' } },
    { field: 'count', title: '人数', width: 6, form: { kind: 'number' } },
  ],
};
const read = (...rows: (string | null)[][]) =>
  readSheet(spec, { name: '单位', rows: rows.map((cells, at) => ({ row: at + 1, cells })) });
const codes = (...rows: (string | null)[][]) =>
  read(...rows).faults.map(({ code, row, column }) => `${code} ${row} ${column}`);

test('columns are found by their headings, in any order, starred or not', () => {
  const { records, faults } = read(
    ['类型', ' 名称* ', '别名', '生效日期', '主岗', '人数'],
    ['金融机构', '临江银行', '江行、临江行，江行', '2025年3月1日', '是', '1,200'],
    [null, '', null, ' '],
    ['town', '柳浦镇', null, '2025/3/1', '', null],
  );
  expect(faults).toEqual([]);
  expect(records).toEqual([
    {
      row: 2,
      values: {
        kind: 'bank',
        name: '临江银行',
        aliases: ['江行', '临江行'],
        from: '2025-03-01',
        main: true,
        count: 1200,
      },
    },
    { row: 4, values: { kind: 'town', name: '柳浦镇', aliases: [], from: '2025-03-01', main: false, count: null } },
  ]);
});

test('a column that is not there is not among the values', () => {
  expect(read(['名称'], ['临江银行']).records).toEqual([{ row: 2, values: { name: '临江银行' } }]);
});

describe('every fault is told with its place', () => {
  test('of the heading', () => {
    expect(codes(['类型', '类型', '颜色', null, '问题'], ['金融机构'])).toEqual([
      'column-twice 1 类型',
      'column-unknown 1 颜色',
      'column-missing 1 名称',
    ]);
  });

  test('of the cells, all at once', () => {
    const heading = ['名称', '类型', '生效日期', '主岗', '人数'];
    expect(
      codes(
        heading,
        [null, '银行', '2025-02-30', '也许', '多'],
        ['一个长得超过了十个字的名称', null, '去年'],
        [null, null],
      ),
    ).toEqual([
      'cell-empty 2 名称',
      'cell-not-listed 2 类型',
      'cell-not-a-day 2 生效日期',
      'cell-not-yes 2 主岗',
      'cell-not-a-number 2 人数',
      'cell-too-long 3 名称',
      'cell-not-a-day 3 生效日期',
    ]);
  });

  test('a sheet without a heading lacks its columns', () => expect(codes()).toEqual(['column-missing 1 名称']));
});

test('what is written reads back as the same', () => {
  const values = { name: '柳浦镇', kind: 'town', aliases: ['柳浦', '浦镇'], from: '2025-03-01', main: true, count: 12 };
  const cells = spec.columns.map(({ field, form }) => cellText(form, values[field as keyof typeof values]));
  const texts = cells.map((cell) => (cell === null ? null : String(cell)));
  expect(
    read(
      spec.columns.map(({ title }) => title),
      texts,
    ).records[0]?.values,
  ).toEqual(values);
});
