import type { Workbook, Worksheet } from 'exceljs';
import {
  type FilledSheet,
  faultColumn,
  type SheetFault,
  type SheetSpec,
  type SheetText,
} from '../../src/kernel/index.ts';
import { addFormSheet, type FormColumn, fill } from './form-sheet.ts';

/** A page of words at the front, for whoever fills the rest in. */
export interface Explanation {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Writes a workbook that people fill in, or correct: the template when its sheets are empty, the export when not. */
export async function writeForm(sheets: readonly FilledSheet[], explanation: Explanation): Promise<Buffer> {
  const workbook = await newWorkbook();
  explain(workbook, explanation);
  for (const { spec, rows, choices } of sheets) {
    const columns = spec.columns.map(
      (of): FormColumn => ({ title: of.title, width: of.width, of, choices: choices?.[of.field] }),
    );
    addFormSheet(workbook, { name: spec.name, columns, rows });
  }
  return bytesOf(workbook);
}

/** A fault with the sentence that tells it. */
export interface ToldFault extends SheetFault {
  readonly message: string;
}

/**
 * Writes the workbook that was sent in once more, with what is wrong in a last column of each row and in colour at the
 * cells; what concerns a sheet or the whole stands on the first page. It can be corrected and sent in as it is.
 */
export async function writeMarked(
  sent: readonly SheetText[],
  specs: readonly SheetSpec[],
  faults: readonly ToldFault[],
  explanationName: string,
): Promise<Buffer> {
  const workbook = await newWorkbook();
  const general = faults
    .filter(({ row }) => row === null)
    .map(({ sheet, message }) => (sheet === '' ? message : `${sheet}：${message}`));
  const count = faults.length;
  explain(workbook, { name: explanationName, lines: [`共有 ${count} 处问题，改好以后直接上传这个文件。`, ...general] });
  for (const sheet of sent) {
    if (sheet.name === explanationName) continue;
    mark(
      workbook,
      sheet,
      specs.find(({ name }) => name === sheet.name),
      faults.filter((fault) => fault.sheet === sheet.name),
    );
  }
  return bytesOf(workbook);
}

function mark(workbook: Workbook, sent: SheetText, spec: SheetSpec | undefined, faults: readonly ToldFault[]): void {
  const heading = sent.rows.find(({ row }) => row === 1)?.cells ?? [];
  const titles = heading.map((cell) => (cell ?? '').replace(/[*＊]/g, ''));
  const kept = titles.map((_title, at) => at).filter((at) => titles[at] !== faultColumn);
  const columns = kept.map((at): FormColumn => {
    const of = spec?.columns.find(({ title }) => title === titles[at]!.trim());
    return { title: titles[at]!, width: of?.width ?? 16, of };
  });
  const last = Math.max(1, ...sent.rows.map(({ row }) => row));
  const byRow = new Map(sent.rows.map((line) => [line.row, line.cells]));
  const rows = Array.from({ length: last - 1 }, (_, at) => [
    ...kept.map((column) => byRow.get(at + 2)?.[column] ?? null),
    faults
      .filter(({ row }) => row === at + 2)
      .map(({ message }) => message)
      .join('\n') || null,
  ]);
  const sheet = addFormSheet(workbook, {
    name: sent.name,
    columns: [...columns, { title: faultColumn, width: 60 }],
    rows,
  });
  for (const fault of faults) paint(sheet, fault, columns);
}

const red = fill('FFFFC7CE');

function paint(sheet: Worksheet, { row, column }: ToldFault, columns: readonly FormColumn[]): void {
  if (row === null) return;
  const at = columns.findIndex(({ title }) => title === column);
  for (const place of at < 0 ? [columns.length] : [at, columns.length]) {
    const cell = sheet.getCell(row, place + 1);
    cell.fill = red;
    if (place === columns.length) cell.alignment = { wrapText: true, vertical: 'top' };
  }
}

function explain(workbook: Workbook, { name, lines }: Explanation): void {
  const sheet = workbook.addWorksheet(name);
  sheet.getColumn(1).width = 100;
  for (const line of lines) sheet.addRow([line]).alignment = { wrapText: true, vertical: 'top' };
}

async function newWorkbook(): Promise<Workbook> {
  // Loaded only when somebody exports: it is large.
  const { default: exceljs } = await import('exceljs');
  return new exceljs.Workbook();
}

const bytesOf = async (workbook: Workbook): Promise<Buffer> => Buffer.from(await workbook.xlsx.writeBuffer());
