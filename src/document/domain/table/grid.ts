import type { Span } from '../../../kernel/index.ts';
import type { SourceTable, SourceText } from '../model.ts';
import { fold } from '../text/fold.ts';
import type { Line } from '../text/lines.ts';

/** A cell as printed; offsets are into the source. */
export interface GridCell extends Span {
  /** Folded, blanks removed. */
  readonly text: string;
  /** The cell only repeats one that spans over it. */
  readonly spanned: boolean;
}
export interface Grid {
  readonly rows: readonly (readonly GridCell[])[];
  /** Rows were printed as text and may have lost or gained cells; a real table has none of that. */
  readonly ragged: boolean;
}

const squeeze = (s: string): string => fold(s).replace(/[\s\u3000\u00a0]+/g, '');

/** Rows of a table that plain text flattened to tabs or blanks. */
export function gridOfLines(source: string, lines: readonly Line[]): Grid {
  return { rows: lines.map((line) => cellsOfLine(source, line)).filter((r) => r.length > 0), ragged: true };
}

function cellsOfLine(source: string, line: Line): GridCell[] {
  let start = line.start;
  // Tabs in front of the first word are empty cells.
  while (start > 0 && source[start - 1] === '\t') start--;
  const text = source.slice(start, line.end);
  const cut = text.includes('\t') ? /\t/g : /[ \u3000]+/g;
  const cells: GridCell[] = [];
  let from = 0;
  const push = (to: number): void => {
    cells.push({ start: start + from, end: start + to, text: squeeze(text.slice(from, to)), spanned: false });
  };
  for (const m of text.matchAll(cut)) {
    push(m.index);
    from = m.index + m[0].length;
  }
  push(text.length);
  return cells;
}

/** A table that the file format knows, with spans spread out so that every row has every column. */
export function gridOfTable(source: SourceText, table: SourceTable): Grid {
  const rows: GridCell[][] = table.rows.map(() => []);
  table.rows.forEach((cells, r) => {
    const row = rows[r]!;
    let column = 0;
    for (const cell of cells) {
      while (row[column]) column++;
      const text = squeeze(source.text.slice(cell.start, cell.end));
      for (let dr = 0; dr < Math.max(1, cell.rowSpan); dr++) {
        for (let dc = 0; dc < Math.max(1, cell.columnSpan); dc++) {
          if (r + dr >= table.rows.length) continue;
          rows[r + dr]![column + dc] = { start: cell.start, end: cell.end, text, spanned: dr + dc > 0 };
        }
      }
      column += Math.max(1, cell.columnSpan);
    }
  });
  const width = Math.max(0, ...rows.map((r) => r.length));
  const blank = (row: readonly GridCell[]): GridCell => ({
    start: row[0]?.start ?? table.start,
    end: row[0]?.start ?? table.start,
    text: '',
    spanned: false,
  });
  return { rows: rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? blank(row))), ragged: false };
}
