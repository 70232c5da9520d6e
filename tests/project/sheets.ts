import { readWorkbook } from '../../platform/files/index.ts';

/** All that stands in a workbook, as one text. */
export async function sheetText(bytes: Buffer): Promise<string> {
  const sheets = await readWorkbook('表.xlsx', bytes);
  return sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).join(' ');
}
