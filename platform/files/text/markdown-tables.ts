import type { SourceCell, SourceTable } from '../../../src/document/index.ts';
import { limits } from '../limits.ts';

const delimiterRow = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

interface Line {
  readonly start: number;
  readonly text: string;
}

/**
 * Finds the pipe tables of GitHub-flavoured Markdown (a header row, a row of dashes, rows until a blank line) outside
 * fenced code. Cells carry their trimmed place in the text, which stays untouched; the row of dashes is no row.
 */
export function markdownTables(text: string): SourceTable[] {
  const tables: SourceTable[] = [];
  let openFence: string | null = null;
  let previous: Line | null = null;
  let current: { start: number; end: number; columns: number; rows: SourceCell[][] } | null = null;
  const close = () => {
    if (current !== null) tables.push({ start: current.start, end: current.end, rows: current.rows });
    current = null;
  };
  for (const line of linesOf(text)) {
    const mark = fence.exec(line.text)?.[1] ?? null;
    if (openFence !== null || mark !== null) {
      close();
      previous = null;
      if (openFence === null) openFence = mark;
      else if (mark?.startsWith(openFence)) openFence = null;
      continue;
    }
    if (current !== null) {
      if (line.text.trim() === '') close();
      else {
        current.rows.push(rowCells(line).slice(0, current.columns));
        current.end = line.start + line.text.trimEnd().length;
      }
    } else if (previous?.text.includes('|') && line.text.includes('-') && delimiterRow.test(line.text)) {
      const header = rowCells(previous);
      // Both rows must have as many cells as each other, else the dashes only underline a heading.
      if (header.length === rowCells(line).length && header.length <= limits.columns) {
        current = {
          start: previous.start,
          end: line.start + line.text.length,
          columns: header.length,
          rows: [header],
        };
      }
    }
    previous = line;
  }
  close();
  return tables;
}

function* linesOf(text: string): Generator<Line> {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    yield { start, text: text.slice(start, end).replace(/\r$/, '') };
    start = end + 1;
  }
}

/** Splits a row at pipes that no backslash escapes; a pipe at either edge only frames the row. */
function rowCells(line: Line): SourceCell[] {
  const cells: SourceCell[] = [];
  const text = line.text;
  let from = text.length - text.trimStart().length;
  if (text[from] === '|') from += 1;
  for (let at = from; at <= text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '|' || at === text.length) {
      const framing = at === text.length && text.slice(from).trim() === '' && cells.length > 0;
      if (!framing) cells.push(trimmedCell(line, from, at));
      from = at + 1;
    }
  }
  return cells;
}

function trimmedCell(line: Line, from: number, to: number): SourceCell {
  const raw = line.text.slice(from, to);
  const start = line.start + from + (raw.length - raw.trimStart().length);
  return { start, end: start + raw.trim().length, columnSpan: 1, rowSpan: 1 };
}
