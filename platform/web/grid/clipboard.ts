import type { Block } from './selection.ts';

/** Cells as spreadsheets hand them on: lines of texts. */
export type Lines = readonly (readonly string[])[];

export interface Taken {
  readonly lines: Lines;
  /** Lines beyond those that were asked for; they were counted, not read. */
  readonly more: number;
}

/**
 * Reads tab-separated text as Excel and WPS write it: a cell with a tab, a line break or a quote in it stands in quotes, its
 * quotes doubled; the last line ends with a break, too. Reads at most `most` lines. A quote that is never closed is a
 * character like others, so that nothing behind it is swallowed.
 */
export function readLines(text: string, most: number): Taken {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [cell, end] = quotedCell(text, at) ?? plainCell(text, at);
    line.push(cell);
    const isTab = text[end] === '\t';
    at = afterBreak(text, end);
    if (isTab && at < text.length) continue;
    // A tab at the very end is followed by an empty cell.
    if (isTab) line.push('');
    lines.push(line);
    line = [];
    if (lines.length === most) return { lines, more: linesIn(text, at) };
  }
  return { lines, more: 0 };
}

/** A cell in quotes and the place behind it; null when it is none. */
function quotedCell(text: string, from: number): [string, number] | null {
  if (text[from] !== '"') return null;
  let end = from + 1;
  while (true) {
    end = text.indexOf('"', end);
    if (end === -1) return null;
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const isWhole = end + 1 === text.length || isBoundary(text[end + 1]);
  return isWhole
    ? [
        text
          .slice(from + 1, end)
          .replaceAll('""', '"')
          .replaceAll('\r\n', '\n'),
        end + 1,
      ]
    : null;
}

function plainCell(text: string, from: number): [string, number] {
  let end = from;
  while (end < text.length && !isBoundary(text[end])) end += 1;
  return [text.slice(from, end), end];
}

const isBoundary = (character: string | undefined): boolean =>
  character === '\t' || character === '\n' || character === '\r';
const afterBreak = (text: string, end: number): number => (text.startsWith('\r\n', end) ? end + 2 : end + 1);

/** Lines left, without reading them: breaks in quotes are few, and the number is only told. */
const linesIn = (text: string, from: number): number =>
  from >= text.length
    ? 0
    : text
        .slice(from)
        .replace(/\r?\n$/u, '')
        .split(/\r?\n/u).length;

/** The same the other way round; every line ends with a break, as from Excel. */
export const writeLines = (lines: Lines): string => lines.map((line) => `${line.map(quoted).join('\t')}\r\n`).join('');

const quoted = (cell: string): string =>
  /["\t\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""').replaceAll(/\r\n?/gu, '\n')}"` : cell;

export interface Placed {
  /** What is written over, cut off at the border of the grid. */
  readonly block: Block;
  /** The text for a place counted from the corner of the block. */
  textAt(row: number, column: number): string;
  /** What found no place. */
  readonly lostRows: number;
  readonly lostColumns: number;
}

/**
 * Where pasted lines go: from the corner of the chosen block on. When the block is a whole number of times as large they
 * are repeated, so that one value fills all of it.
 */
export function place({ lines, more }: Taken, chosen: Block, rows: number, columns: number): Placed {
  const height = lines.length;
  const width = Math.max(0, ...lines.map((line) => line.length));
  const [chosenHeight, chosenWidth] = [chosen.bottom - chosen.top + 1, chosen.right - chosen.left + 1];
  const isTiled = height > 0 && width > 0 && chosenHeight % height === 0 && chosenWidth % width === 0;
  const tall = isTiled ? chosenHeight : height;
  const wide = isTiled ? chosenWidth : width;
  const bottom = Math.min(rows, chosen.top + tall) - 1;
  const right = Math.min(columns, chosen.left + wide) - 1;
  return {
    block: { top: chosen.top, left: chosen.left, bottom, right },
    textAt: (row, column) => lines[row % height]?.[column % width] ?? '',
    lostRows: more + tall - (bottom - chosen.top + 1),
    lostColumns: wide - (right - chosen.left + 1),
  };
}
