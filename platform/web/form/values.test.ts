import { expect, test } from 'vitest';
import type { Field } from './model.ts';
import { cleaned, faultsOf, missing, unfit } from './values.ts';

const fields: readonly Field[] = [
  { input: 'text', name: 'name', label: '名称', required: true },
  { input: 'text', name: 'scope', label: '范围' },
  { input: 'figure', name: 'value', label: '目标值', required: true },
  { input: 'figure', name: 'value2', label: '上限', required: true, shown: (values) => values.op === 'range' },
  { input: 'choice', name: 'op', label: '比较词', options: [] },
  { input: 'tags', name: 'units', label: '责任单位', usual: (tag) => tag.replace('工信局', '工业和信息化局') },
];

test('empty texts become null, tags are unique and in their usual form', () => {
  const typed = { name: ' 产值 ', scope: ' ', value: 0, op: '=', units: ['市工信局', ' ', '市工信局'] };
  expect(cleaned(fields, typed)).toEqual({
    name: '产值',
    scope: null,
    value: 0,
    value2: null,
    op: '=',
    units: ['市工业和信息化局'],
  });
});

test('a required field that is empty and shown is told; zero is not empty', () => {
  const values = { name: '', value: 0, value2: null };
  expect(missing(fields, { ...values, op: '=' })).toEqual([{ name: 'name', sentence: '请填写名称。' }]);
  expect(missing(fields, { ...values, op: 'range' }).map((fault) => fault.name)).toEqual(['name', 'value2']);
});

test('refusals find their field, others concern the whole form', () => {
  const refusals = [
    { code: 'a', field: 'content.units.2', message: '单位重复。' },
    { code: 'b', field: 'start', message: '出处不在公文里。' },
    { code: 'c', message: '没有成功。' },
  ];
  expect(faultsOf(refusals, fields).map((fault) => fault.name)).toEqual(['units', null, null]);
});

const others: readonly Field[] = [
  { input: 'money', name: 'sum', label: '金额' },
  { input: 'pick', name: 'units', label: '单位', of: 'unit', several: true, required: true },
  { input: 'pick', name: 'region', label: '地区', of: 'region' },
  { input: 'secret', name: 'password', label: '密码', complete: 'current-password', required: true },
  { input: 'check', name: 'main', label: '主岗', text: '主岗' },
  { input: 'file', name: 'file', label: '文件', endings: ['.xlsx'], mostBytes: 2 * 1024 * 1024 },
];

test('passwords keep their blanks, picks are lists or nothing, boxes are yes or no', () => {
  expect(cleaned(others, { password: ' 一 ', main: undefined, region: '', sum: 100 })).toEqual({
    sum: 100,
    units: [],
    region: null,
    password: ' 一 ',
    main: false,
    file: null,
  });
  expect(missing(others, { units: [], password: '' }).map(({ sentence }) => sentence)).toEqual([
    '请选择单位。',
    '请填写密码。',
  ]);
});

test('what is no sum and no fitting file is told', () => {
  const sheet = (name: string, bytes: number) => new File([new Uint8Array(bytes)], name);
  const wrong = (values: object) => unfit(others, { ...values }).map(({ name }) => name);
  expect(wrong({ sum: '约三万' })).toEqual(['sum']);
  expect(wrong({ sum: -1 })).toEqual(['sum']);
  expect(wrong({ sum: 0, file: sheet('机构.XLSX', 10) })).toEqual([]);
  expect(wrong({ file: sheet('机构.xlsm', 10) })).toEqual(['file']);
  expect(wrong({ file: sheet('机构.xlsx', 2 * 1024 * 1024 + 1) })).toEqual(['file']);
});
