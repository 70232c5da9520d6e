import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';
import { readCsv } from './read-csv.ts';

const cells = (text: string | Uint8Array) =>
  readCsv('表', typeof text === 'string' ? new TextEncoder().encode(text) : text).rows.map((row) => row.cells);

test('cells, quotes, breaks of lines inside quotes, empty cells and empty lines', () => {
  expect(cells('甲,乙\r\n1,"a,""b""\nc"\n\n,3')).toEqual([
    ['甲', '乙'],
    ['1', 'a,"b"\nc'],
    [null, '3'],
  ]);
});

test('numbers of rows are those of the file, also after an empty line', () => {
  const { rows } = readCsv('表', new TextEncoder().encode('a\n\nb\n'));
  expect(rows.map(({ row }) => row)).toEqual([1, 3]);
});

test('a byte order mark is no sign of the first heading, and GB 18030 is read', () => {
  expect(cells('\uFEFF企业,编号')).toEqual([['企业', '编号']]);
  // 企业 in GB 18030.
  expect(cells(new Uint8Array([0xc6, 0xf3, 0xd2, 0xb5]))).toEqual([['企业']]);
});

test('what the product writes is read back, also a text that looks like a formula', () => {
  const line = ['=1+1', 'a"b', 'c,d', '12.5'];
  expect(cells(csvLine(line))).toEqual([line]);
});

test('a quote that is never closed reaches to the end and hides nothing', () => {
  expect(cells('"a,b\nc')).toEqual([['a,b\nc']]);
});
