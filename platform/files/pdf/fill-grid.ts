import { centre, ems, type Run, right } from './geometry.ts';
import type { PageTable, PageTableCell } from './page-table.ts';
import type { Grid, GridCell } from './ruled-grid.ts';
import { tallRows } from './tall-rows.ts';
import { lineText, type TextLine, textLines } from './text-lines.ts';

/** A cell with the lines of text that stand in it. */
export interface FilledCell extends GridCell {
  readonly lines: readonly TextLine[];
}

/**
 * Puts the text of a page into the cells of a ruled grid. Gives the table and the runs that stand in it, or null when
 * the grid holds too little text to be a table (a frame, a drawing).
 */
export function fillGrid(grid: Grid, runs: readonly Run[]): { table: PageTable; taken: Set<Run> } | null {
  const { xs, ys } = grid;
  const inside = runs.filter(
    (run) => middle(run) > ys[0]! && middle(run) < ys.at(-1)! && centre(run) > xs[0]! && centre(run) < xs.at(-1)!,
  );
  const owner = cellIndex(grid);
  const texts = new Map<GridCell, Run[]>();
  for (const run of inside) {
    for (const piece of cutAtBorders(run, grid, owner)) {
      const cell = owner(place(ys, middle(piece)), place(xs, centre(piece)));
      if (cell !== undefined) texts.set(cell, [...(texts.get(cell) ?? []), piece]);
    }
  }
  const filledColumns = new Set([...texts.keys()].map((cell) => cell.column));
  if (texts.size < 4 || filledColumns.size < 2) return null;
  const cells = grid.cells.map((cell) => ({ ...cell, lines: textLines(texts.get(cell) ?? []) }));
  const bounds = { left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)! };
  const rows = tallRows(cells, ys.length - 1).map((row) => row.map(printedCell));
  return { table: { ...bounds, columns: xs.length - 1, rows }, taken: new Set(inside) };
}

/** The middle of the letters, which stand on the baseline. */
const middle = (run: Run): number => run.y - run.size * 0.35;

/** Index of the interval between borders in which a value lies. */
function place(borders: readonly number[], value: number): number {
  let at = 0;
  while (at < borders.length - 2 && value >= borders[at + 1]!) at += 1;
  return at;
}

function cellIndex(grid: Grid): (row: number, column: number) => GridCell | undefined {
  const index = new Map<string, GridCell>();
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
        index.set(`${row}/${column}`, cell);
    }
  }
  return (row, column) => index.get(`${row}/${column}`);
}

/** A stretch of text may run over the border between two cells when they stand close: it is cut there. */
function cutAtBorders(run: Run, grid: Grid, owner: ReturnType<typeof cellIndex>): Run[] {
  const row = place(grid.ys, middle(run));
  const margin = run.size * 0.6;
  let rest = run;
  const pieces: Run[] = [];
  for (let column = 1; column < grid.xs.length - 1; column += 1) {
    const border = grid.xs[column]!;
    if (border <= rest.x + margin || border >= right(rest) - margin) continue;
    if (owner(row, column - 1) === owner(row, column)) continue;
    const [before, after] = cut(rest, border);
    if (before.text !== '') pieces.push(before);
    rest = after;
  }
  return rest.text === '' ? pieces : [...pieces, rest];
}

function cut(run: Run, x: number): [Run, Run] {
  const perEm = run.width / Math.max(0.5, ems(run.text));
  let at = 0;
  while (at < run.text.length && run.x + ems(run.text.slice(0, at + 1)) * perEm <= x) at += 1;
  const width = ems(run.text.slice(0, at)) * perEm;
  const after = { ...run, text: run.text.slice(at).trim(), x: run.x + width, width: run.width - width };
  return [{ ...run, text: run.text.slice(0, at).trim(), width }, after];
}

const printedCell = (cell: FilledCell): PageTableCell => ({
  column: cell.column,
  columnSpan: cell.columnSpan,
  rowSpan: cell.rowSpan,
  text: cellText(cell.lines),
});

/** Lines inside a cell are broken by its width alone: Chinese is joined without a blank. */
export function cellText(lines: readonly TextLine[]): string {
  let text = '';
  for (const line of lines) {
    const next = lineText(line);
    const isLatin = /[A-Za-z,;]$/.test(text) && /^[A-Za-z]/.test(next);
    text += isLatin ? ` ${next}` : next;
  }
  return text;
}
