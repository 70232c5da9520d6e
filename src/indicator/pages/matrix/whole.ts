import type { MatrixJson, ReadingJson } from '../../contract/reading-api.ts';

/** The whole of a matrix: its place, of all chains or of the one chain that the reader sees; null when it is not shown. */
export function wholeOf({ rows, columns, cells }: MatrixJson): ReadingJson | null {
  const [row] = rows;
  const [column] = columns;
  const isWhole = row !== undefined && (row.id === '' || rows.length === 1);
  if (!isWhole || column === undefined) return null;
  return cells.find((cell) => cell.row === row.id && cell.column === column.id)?.reading ?? null;
}

/** The chain that this whole is of; '' for all of them. */
export const wholeChainOf = ({ rows }: MatrixJson): string => (rows.length === 1 ? (rows[0]?.id ?? '') : '');
