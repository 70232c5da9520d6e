import { type Run, right } from './geometry.ts';
import type { PageTable } from './page-table.ts';
import { lineText, type TextLine, textLines } from './text-lines.ts';

/** Gaps of this many ems part one cell from the next. */
const CELL_GAP = 1.5;
const FEWEST_COLUMNS = 3;
const FEWEST_ROWS = 3;

/**
 * Finds tables without drawn lines: at least three lines under each other whose text falls into the same three or more
 * columns with clear space between. Gives them and the lines that are left.
 */
export function alignedTables(lines: readonly TextLine[]): { tables: PageTable[]; rest: TextLine[] } {
  const tables: PageTable[] = [];
  const rest: TextLine[] = [];
  let block: TextLine[] = [];
  const close = (): void => {
    const table = block.length >= FEWEST_ROWS ? tableOf(block) : null;
    if (table === null) rest.push(...block);
    else tables.push(table);
    block = [];
  };
  for (const line of lines) {
    const isRow = segments(line).length >= FEWEST_COLUMNS;
    const follows = block.length === 0 || line.y - block.at(-1)!.y < line.size * 3.5;
    if (!isRow || !follows) close();
    if (isRow) block.push(line);
    else rest.push(line);
  }
  close();
  return { tables, rest: rest.sort((a, b) => a.y - b.y) };
}

/** Parts of a line with clear space between. */
function segments(line: TextLine): Run[][] {
  const out: Run[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const run of line.runs) {
    if (out.length === 0 || run.x - end > line.size * CELL_GAP) out.push([]);
    out.at(-1)!.push(run);
    end = Math.max(end, right(run));
  }
  return out;
}

function tableOf(lines: readonly TextLine[]): PageTable | null {
  const columns = columnsOf(lines);
  if (columns.length < FEWEST_COLUMNS) return null;
  const rows = lines.map((line) =>
    segments(line).map((segment) => ({ segment, column: columnAt(columns, segment[0]!.x) })),
  );
  const filled = rows.reduce((sum, row) => sum + row.length, 0);
  if (filled < columns.length * lines.length * 0.6) return null;
  return {
    left: columns[0]!.from,
    right: columns.at(-1)!.to,
    top: lines[0]!.y - lines[0]!.size,
    bottom: lines.at(-1)!.y,
    columns: columns.length,
    rows: rows.map((row) =>
      row.map(({ segment, column }) => ({
        column,
        columnSpan: 1,
        rowSpan: 1,
        text: textLines(segment).map(lineText).join(''),
      })),
    ),
  };
}

interface Interval {
  from: number;
  to: number;
}

/** The stretches of the width that text covers in any of the lines. */
function columnsOf(lines: readonly TextLine[]): Interval[] {
  const covered = lines
    .flatMap(segments)
    .map((segment) => ({ from: segment[0]!.x, to: Math.max(...segment.map(right)) }))
    .sort((a, b) => a.from - b.from);
  const out: Interval[] = [];
  for (const interval of covered) {
    const last = out.at(-1);
    if (last !== undefined && interval.from <= last.to) last.to = Math.max(last.to, interval.to);
    else out.push({ ...interval });
  }
  return out;
}

const columnAt = (columns: readonly Interval[], x: number): number => columns.findIndex((column) => x <= column.to);
