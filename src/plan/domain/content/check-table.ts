import type { TableItem } from '../../../document/index.ts';
import type { Refusal } from '../../../kernel/index.ts';

/** What no table may say: a row with more or fewer cells than the table has columns. */
export function checkTable({ columns, rows }: TableItem): Refusal[] {
  const at = rows.findIndex((row) => row.cells.length !== columns.length);
  if (at < 0) return [];
  return [{ code: 'row-uneven', field: `content.rows.${at}`, given: rows[at]!.cells.length, limit: columns.length }];
}
