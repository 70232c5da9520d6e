import { PassThrough, Readable } from 'node:stream';
import { byteOrderMark, type CellValue, csvLine } from './csv.ts';

export interface SheetColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
}
/** A table that is written while it is read: its rows come in batches. */
export interface StreamedSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly batches: AsyncIterable<readonly (readonly CellValue[])[]>;
}
export type SheetFormat = 'xlsx' | 'csv';

/** Excel's own limit for the text of a cell. */
const longestCell = 32_767;

/** The table as a file, byte by byte as its rows arrive; an error of theirs breaks the stream off. */
export const sheetStream = (sheet: StreamedSheet, format: SheetFormat): Readable =>
  format === 'csv' ? Readable.from(csvParts(sheet)) : xlsxStream(sheet);

async function* csvParts({ columns, batches }: StreamedSheet): AsyncGenerator<Buffer> {
  yield Buffer.from(byteOrderMark + csvLine(columns.map(({ title }) => title)));
  for await (const rows of batches) if (rows.length > 0) yield Buffer.from(rows.map(csvLine).join(''));
}

function xlsxStream(sheet: StreamedSheet): Readable {
  const out = new PassThrough();
  writeXlsx(sheet, out).catch((cause: unknown) =>
    out.destroy(cause instanceof Error ? cause : new Error(String(cause))),
  );
  return out;
}

async function writeXlsx({ name, columns, batches }: StreamedSheet, out: PassThrough): Promise<void> {
  // Loaded only when somebody exports: it is large.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ title, width }) => ({ header: title, width }));
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.commit();
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  for await (const rows of batches) {
    // Nobody takes it any more: no need to read on.
    if (out.destroyed) return;
    for (const row of rows) sheet.addRow(row.map(cell)).commit();
  }
  sheet.commit();
  await workbook.commit();
}

const cell = (value: CellValue): CellValue => (typeof value === 'string' ? value.slice(0, longestCell) : value);
