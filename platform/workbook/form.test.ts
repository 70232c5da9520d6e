import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { readSheet, type SheetSpec, type SheetText } from '../../src/kernel/index.ts';
import { readWorkbook } from '../files/index.ts';
import { writeForm, writeMarked } from './form.ts';

const spec: SheetSpec = {
  name: '单位',
  columns: [
    { field: 'name', title: '名称', width: 20, required: true, form: { kind: 'text', most: 40 }, help: '写全称。' },
    {
      field: 'kind',
      title: '类型',
      width: 10,
      form: { kind: 'choice', options: { bank: '金融机构', town: '乡镇街道' } },
    },
    { field: 'code', title: '统一社会信用代码', width: 20, form: { kind: 'text', most: 18 } },
    { field: 'from', title: '生效日期', width: 12, form: { kind: 'day' } },
    { field: 'role', title: '角色', width: 12, form: { kind: 'text', most: 40 } },
  ],
};
const long = Array.from({ length: 200 }, (_, at) => `第${at}号角色`);
const explanation = { name: '填写说明', lines: ['一行一个单位。'] };
const rows = [
  ['临江银行', '金融机构', '913501000000000043', '2025-03-01', null],
  ['柳浦镇', '乡镇街道', null, null, '链办'],
];
const template = () => writeForm([{ spec, rows, choices: { role: long } }], explanation);
const textsOf = async (bytes: Uint8Array): Promise<readonly SheetText[]> => readWorkbook('单位.xlsx', bytes);

test('what is written reads back as the same, hidden choices left out', async () => {
  const sheets = await textsOf(await template());
  expect(sheets.map(({ name }) => name)).toEqual(['填写说明', '单位']);
  const { records, faults } = readSheet(spec, sheets[1]!);
  expect(faults).toEqual([]);
  expect(records.map(({ values }) => values)).toEqual([
    { name: '临江银行', kind: 'bank', code: '913501000000000043', from: '2025-03-01', role: null },
    { name: '柳浦镇', kind: 'town', code: null, from: null, role: '链办' },
  ]);
});

test('drop-downs cover whole columns with one rule each', async () => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await template()) as unknown as ArrayBuffer);
  const sheet = workbook.getWorksheet('单位')!;
  expect(sheet.getCell('A1').value).toBe('名称*');
  expect(sheet.getCell('B500').dataValidation).toMatchObject({ type: 'list', formulae: ['"金融机构,乡镇街道"'] });
  expect(sheet.getCell('E3').dataValidation).toMatchObject({ type: 'list', formulae: ["'选项'!$A$1:$A$200"] });
  expect(workbook.getWorksheet('选项')?.state).toBe('veryHidden');
});

describe('the file that goes back', () => {
  const sent: SheetText[] = [
    {
      name: '单位',
      rows: [
        { row: 1, cells: ['颜色', '名称*', '问题', '类型'] },
        { row: 2, cells: ['红', '临江银行', '以前的问题', '银行'] },
        { row: 5, cells: [null, null, null, '乡镇街道'] },
      ],
    },
  ];
  const faults = [
    { code: 'x', sheet: '单位', row: 2, column: '类型', message: '类型不在列表里。' },
    { code: 'y', sheet: '单位', row: 2, column: null, message: '这一行有两处问题。' },
    { code: 'z', sheet: '单位', row: 5, column: '名称', message: '名称没有填。' },
    { code: 'w', sheet: '单位', row: null, column: null, message: '少了一列。' },
  ];
  const marked = () => writeMarked(sent, [spec], faults, '填写说明');

  test('has every row where it was and what is wrong at its end', async () => {
    const [front, sheet] = await textsOf(await marked());
    expect(front!.rows.map(({ cells }) => cells[0])).toEqual([
      '共有 4 处问题，改好以后直接上传这个文件。',
      '单位：少了一列。',
    ]);
    expect(sheet!.rows).toEqual([
      { row: 1, cells: ['颜色', '名称*', '类型', '问题'] },
      { row: 2, cells: ['红', '临江银行', '银行', '类型不在列表里。\n这一行有两处问题。'] },
      { row: 5, cells: [null, null, '乡镇街道', '名称没有填。'] },
    ]);
  });

  test('shows the cells in colour', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await marked()) as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet('单位')!;
    const red = (cell: string) => JSON.stringify(sheet.getCell(cell).fill ?? null).includes('FFFFC7CE');
    expect(['C2', 'D2', 'B5', 'A2', 'B2'].map(red)).toEqual([true, true, true, false, false]);
  });
});
