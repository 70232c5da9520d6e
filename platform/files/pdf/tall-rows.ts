import type { FilledCell } from './fill-grid.ts';
import type { TextLine } from './text-lines.ts';

/**
 * Gives the rows of a filled grid. A table whose head alone is ruled keeps all its body in one tall row: where at least
 * two cells of a row have the same three or more baselines, and no cell has others, each baseline is a row of its own.
 */
export function tallRows(cells: readonly FilledCell[], rowCount: number): FilledCell[][] {
  const rows: FilledCell[][] = Array.from({ length: rowCount }, () => []);
  for (const cell of cells) rows[cell.row]?.push(cell);
  return rows.flatMap((row) => {
    const baselines = commonBaselines(row);
    return baselines === null ? [row] : baselines.map((baseline) => row.map((cell) => atBaseline(cell, baseline)));
  });
}

const isSame = (a: number, line: TextLine): boolean => Math.abs(a - line.y) < line.size * 0.4;

function commonBaselines(row: readonly FilledCell[]): number[] | null {
  if (row.some((cell) => cell.rowSpan > 1)) return null;
  const fullest = row.reduce<readonly TextLine[]>(
    (most, cell) => (cell.lines.length > most.length ? cell.lines : most),
    [],
  );
  if (fullest.length < 3) return null;
  const baselines = fullest.map((line) => line.y);
  const isOn = (line: TextLine): boolean => baselines.some((baseline) => isSame(baseline, line));
  if (!row.every((cell) => cell.lines.every(isOn))) return null;
  return row.filter((cell) => cell.lines.length === fullest.length).length >= 2 ? baselines : null;
}

const atBaseline = (cell: FilledCell, baseline: number): FilledCell => ({
  ...cell,
  lines: cell.lines.filter((line) => isSame(baseline, line)),
});
