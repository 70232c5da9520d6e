import { buffer, text } from 'node:stream/consumers';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import type { CellValue } from './csv.ts';
import { type StreamedSheet, sheetStream } from './sheet-stream.ts';

const columns = [
  { title: '方案', width: 40 },
  { title: '任务', width: 8 },
];
const sheet = (...batches: CellValue[][][]): StreamedSheet => ({
  name: '方案',
  columns,
  batches: (async function* () {
    yield* batches;
  })(),
});

async function cellsOf(bytes: Buffer): Promise<unknown[][]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const rows: unknown[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1));
  });
  return rows;
}

test('a workbook has the rows of all batches; what looks like a formula stays a text', async () => {
  const bytes = await buffer(sheetStream(sheet([['=1+1', 3]], [], [['临江', null]]), 'xlsx'));
  expect(await cellsOf(bytes)).toEqual([['方案', '任务'], ['=1+1', 3], ['临江']]);
});

test('comma-separated values begin with the mark of UTF-8', async () => {
  const bytes = await buffer(sheetStream(sheet([['=1+1', 3]], [['临江', null]]), 'csv'));
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(bytes.toString().slice(1)).toBe('方案,任务\r\n"\'=1+1",3\r\n临江,\r\n');
});

test.each(['xlsx', 'csv'] as const)('rows that fail on their way break the file off: %s', async (format) => {
  const broken: StreamedSheet = {
    ...sheet(),
    batches: (async function* () {
      yield [['临江', 1]];
      throw new Error('the database went away');
    })(),
  };
  await expect(text(sheetStream(broken, format))).rejects.toThrow('went away');
});
