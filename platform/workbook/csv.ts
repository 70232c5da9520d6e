/** A value of an exported table; null is an empty cell. */
export type CellValue = string | number | null;

/** Marks the text as UTF-8 for spreadsheet programs that would otherwise guess. */
export const byteOrderMark = '\uFEFF';

/** Signs at which a spreadsheet program takes a text for a formula; the wide ones count in Chinese editions. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** One line of comma-separated values (RFC 4180), ended by CR LF. */
export const csvLine = (values: readonly CellValue[]): string => `${values.map(csvCell).join(',')}\r\n`;

/** A cell: texts that would become a formula get an apostrophe in front, numbers stay numbers. */
export function csvCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /["',\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
