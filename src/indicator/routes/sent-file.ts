import { readWorkbook } from '../../../platform/files/index.ts';
import { readCsv } from '../../../platform/workbook/read-csv.ts';
import type { SentSheets } from '../commands/collection/roster-import.ts';

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An uploaded workbook, or a file of comma-separated values, as the text of its cells. Refuses what is neither. */
export async function readSent(file: { readonly fileName: string; readonly bytes: Uint8Array }): Promise<SentSheets> {
  const { fileName, bytes } = file;
  const sheets = /\.csv$/iu.test(fileName) ? [readCsv(fileName, bytes)] : await readWorkbook(fileName, bytes);
  return { fileName, bytes, sheets };
}
