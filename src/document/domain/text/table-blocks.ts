import type { Line } from './lines.ts';

/** Consecutive lines of a table that plain text flattened to tabs or wide blanks; indices into the kept lines. */
export interface TableBlock {
  readonly from: number;
  readonly to: number;
}

/** True when the line is a row of cells: tabs, or several short tokens of which most are numbers or dashes. */
export function isRow(line: Line): boolean {
  if (line.tabs >= 2) return true;
  if (line.tabs === 1 && line.width <= 40 && !/[。；]/.test(line.text)) return true;
  return spacedCells(line.text).length >= 4;
}

/** Cells separated by blanks: only when nearly all of them are figures, dashes or short words. */
function spacedCells(text: string): string[] {
  const cells = text.split(/\s+/);
  if (cells.length < 4 || /[。；，]/.test(text)) return [];
  const figures = cells.filter((c) => /^(?:-|[\d.,%]+|\/)$/.test(c)).length;
  const short = cells.filter((c) => c.length <= 8).length;
  return figures >= 3 && figures / cells.length >= 0.5 && short === cells.length ? cells : [];
}

/** Finds runs of at least two rows; a short line without stops between two rows belongs to the table. */
export function findTableBlocks(lines: readonly Line[]): TableBlock[] {
  const blocks: TableBlock[] = [];
  let i = 0;
  while (i < lines.length) {
    if (!isRow(lines[i]!)) {
      i++;
      continue;
    }
    let to = i + 1;
    let rows = 1;
    while (to < lines.length) {
      if (isRow(lines[to]!)) {
        rows++;
        to++;
      } else if (
        lines[to]!.width <= 12 &&
        !/[。；，：]/.test(lines[to]!.text) &&
        lines[to + 1] &&
        isRow(lines[to + 1]!)
      )
        to++;
      else break;
    }
    if (rows >= 2) blocks.push({ from: i, to });
    i = to;
  }
  return blocks;
}
