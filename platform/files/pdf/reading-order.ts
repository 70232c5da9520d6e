import { type Run, right } from './geometry.ts';
import type { PageTable } from './page-table.ts';
import { type TextLine, textLines } from './text-lines.ts';

/** Lines and tables that are read one after the other, in one column of a page. */
export interface Column {
  readonly lines: readonly TextLine[];
  readonly tables: readonly PageTable[];
}

/** A gutter is looked for in this part of the width of the text. */
const MIDDLE = [0.35, 0.65] as const;
/** Least width of a gutter, in ems. */
const GUTTER = 0.8;
const STEP = 3;

/**
 * Puts what a page holds into reading order: from top to bottom, and where the page is set in two columns, the left one
 * before the right one. Titles and tables that reach over both columns part the columns above from those below.
 */
export function readingOrder(runs: readonly Run[], tables: readonly PageTable[]): Column[] {
  if (runs.length === 0) return tables.length === 0 ? [] : [{ lines: [], tables }];
  const lines = textLines(runs);
  const left = Math.min(...lines.map((line) => line.x));
  const width = Math.max(...lines.map((line) => line.right)) - left;
  const gutter = findGutter(lines, left, width);
  if (gutter === null) return [{ lines, tables }];
  return bands(lines, tables, gutter).flatMap((band): Column[] => {
    if (!band.isFree) return [band];
    const sides = twoSides(band, gutter);
    return isSetInColumns(sides, gutter) ? sides : [band];
  });
}

/** True when the line leaves the gutter free; lines on one side only do. */
function leavesFree(line: TextLine, gutter: number): boolean {
  let before = Number.NEGATIVE_INFINITY;
  let after = Number.POSITIVE_INFINITY;
  for (const run of line.runs) {
    if (right(run) <= gutter + 1) before = Math.max(before, right(run));
    else if (run.x >= gutter - 1) after = Math.min(after, run.x);
    else return false;
  }
  return after - before >= line.size * GUTTER;
}

/** The place near the middle that most lines leave free; null when hardly any of the lines there stand side by side. */
function findGutter(lines: readonly TextLine[], left: number, width: number): number | null {
  let best: { at: number; free: number } | null = null;
  for (let at = left + width * MIDDLE[0]; at <= left + width * MIDDLE[1]; at += STEP) {
    const free = lines.filter((line) => leavesFree(line, at)).length;
    if (best === null || free > best.free) best = { at, free };
  }
  return best !== null && best.free >= 3 ? best.at : null;
}

interface Band {
  readonly lines: TextLine[];
  readonly tables: PageTable[];
  readonly isFree: boolean;
}

/** Parts the page into stretches that leave the gutter free and stretches that cross it. */
function bands(lines: readonly TextLine[], tables: readonly PageTable[], gutter: number): Band[] {
  const crosses = (table: PageTable): boolean => table.left < gutter && table.right > gutter;
  const pieces = [
    ...lines.map((line) => ({ y: line.y, isFree: leavesFree(line, gutter), line, table: null })),
    ...tables.map((table) => ({ y: table.top, isFree: !crosses(table), line: null, table })),
  ].sort((a, b) => a.y - b.y);
  const out: Band[] = [];
  for (const piece of pieces) {
    let band = out.at(-1);
    if (band === undefined || band.isFree !== piece.isFree) {
      band = { lines: [], tables: [], isFree: piece.isFree };
      out.push(band);
    }
    if (piece.line !== null) band.lines.push(piece.line);
    else band.tables.push(piece.table);
  }
  return out;
}

function twoSides(band: Band, gutter: number): [Column, Column] {
  const runs = band.lines.flatMap((line) => line.runs);
  const side = (isLeft: boolean): Column => ({
    lines: textLines(runs.filter((run) => run.x + run.width / 2 < gutter === isLeft)),
    tables: band.tables.filter((table) => table.left < gutter === isLeft),
  });
  return [side(true), side(false)];
}

/**
 * Columns of text are filled: a good part of the lines of the left one end together at its right edge, near the gutter.
 * Cells of a table that is not ruled are short.
 */
function isSetInColumns([left, second]: readonly [Column, Column], gutter: number): boolean {
  if (left.lines.length < 3 || second.lines.length < 2) return false;
  const edge = Math.max(...left.lines.map((line) => line.right));
  const width = edge - Math.min(...left.lines.map((line) => line.x));
  const full = left.lines.filter(
    (line) => line.right > edge - line.size * 1.5 && line.right - line.x > width * 0.6,
  ).length;
  const isFilled = full * 2 >= left.lines.length || (full >= 4 && full * 4 >= left.lines.length);
  return isFilled && edge > gutter - width * 0.3;
}
