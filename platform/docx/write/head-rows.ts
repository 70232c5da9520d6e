import type { Column } from '../model/table.ts';

/** A cell of a table's head: how many columns and rows it covers. */
export interface HeadCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** The head of a table: one row, or two where columns stand in groups. */
export function headRows(columns: readonly Column[]): readonly (readonly HeadCell[])[] {
  if (columns.every((column) => column.group === undefined)) {
    return [columns.map((column) => ({ text: column.title, columns: 1, rows: 1 }))];
  }
  const upper: HeadCell[] = [];
  const lower: HeadCell[] = [];
  columns.forEach((column, at) => {
    if (column.group === undefined) {
      upper.push({ text: column.title, columns: 1, rows: 2 });
      return;
    }
    lower.push({ text: column.title, columns: 1, rows: 1 });
    const last = upper.at(-1);
    if (last !== undefined && at > 0 && columns[at - 1]?.group === column.group) {
      upper[upper.length - 1] = { ...last, columns: last.columns + 1 };
    } else {
      upper.push({ text: column.group, columns: 1, rows: 1 });
    }
  });
  return [upper, lower];
}
