import type { Workbook, Worksheet } from 'exceljs';

export { type Explanation, type ToldFault, writeForm, writeMarked } from './form.ts';

/** A sheet to be written: the header first, then the rows; a number becomes a number cell, null an empty one. */
export interface SheetContent {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Excel's own limit for the text of a cell. */
const longestCell = 32_767;

/** Writes an .xlsx file: a bold header on grey that stays in sight, filters, widths, wrapped text. */
export async function writeWorkbook(sheets: readonly SheetContent[]): Promise<Buffer> {
  // Loaded only when somebody exports: it is large.
  const { default: exceljs } = await import('exceljs');
  const workbook: Workbook = new exceljs.Workbook();
  for (const sheet of sheets) addSheet(workbook, sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: Workbook, { name, columns, rows }: SheetContent): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ title, width }) => ({ header: title, width }));
  for (const row of rows) sheet.addRow(row.map(cell));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  style(sheet);
}

const cell = (value: string | number | null): string | number | null =>
  typeof value === 'string' ? value.slice(0, longestCell) : value;

function style(sheet: Worksheet): void {
  sheet.eachRow((row, number) => {
    row.alignment = { vertical: 'top', wrapText: true };
    if (number > 1) return;
    row.font = { bold: true };
    row.alignment = { vertical: 'middle', wrapText: true };
    row.eachCell((head) => {
      head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E9ED' } };
      head.border = { bottom: { style: 'thin', color: { argb: 'FF8C8C8C' } } };
    });
  });
}
