import type { TableItem } from '../../../../document/index.ts';

const replaced = <T>(list: readonly T[], at: number, value: T): T[] =>
  list.map((each, other) => (other === at ? value : each));

/** The table with another column heading; levels are written with `·` between them. */
export const withColumn = (table: TableItem, at: number, text: string): TableItem => ({
  ...table,
  columns: replaced(
    table.columns,
    at,
    text.split('·').map((level) => level.trim()),
  ),
});

export function withHeading(table: TableItem, line: number, at: number, text: string): TableItem {
  const row = table.rows[line]!;
  const headings = [...row.headings];
  while (headings.length <= at) headings.push('');
  return { ...table, rows: replaced(table.rows, line, { ...row, headings: replaced(headings, at, text) }) };
}

export function withCell(table: TableItem, line: number, at: number, text: string): TableItem {
  const row = table.rows[line]!;
  const cell = { ...row.cells[at]!, text, value: figureIn(text) };
  return { ...table, rows: replaced(table.rows, line, { ...row, cells: replaced(row.cells, at, cell) }) };
}

/** The figure that a cell says; null for words, a dash and an empty cell: blank is not zero. */
function figureIn(text: string): number | null {
  const figure = text.replace(/[\s,，]/g, '').replace(/[%％]$/, '');
  return /^-?\d+(?:\.\d+)?$/.test(figure) ? Number(figure) : null;
}
