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

/** Cells separated by blanks: two figures beside each other and nothing that a sentence would have. */
function spacedCells(text: string): string[] {
  const cells = text.split(/\s+/);
  if (cells.length < 3 || /[。；，“：]/.test(text)) return [];
  const figure = cells.map((c) => /^[〔]?[≥≤><]?(?:-+|\/|[\d.,]+(?:%|‰|以上|左右)?)[〕]?$/.test(c));
  const adjacent = figure.some((f, i) => f && figure[i + 1]);
  const figures = figure.filter(Boolean).length;
  const short = cells.every((c) => c.length <= 26);
  return short && adjacent && figures >= 2 && (figures >= 3 || cells.length <= 7) ? [...cells, ''] : [];
}

/** A line of words in front of spaced rows: their headings. */
const headsSpacedRows = (line: Line): boolean => {
  const cells = line.text.split(/\s+/);
  return cells.length >= 3 && !/[。；，：]/.test(line.text) && cells.every((c) => c.length <= 12);
};

/** Finds runs of at least two rows; a short line without stops between two rows belongs to the table. */
export function findTableBlocks(lines: readonly Line[]): TableBlock[] {
  const blocks: TableBlock[] = [];
  let i = 0;
  while (i < lines.length) {
    if (!isRow(lines[i]!)) {
      i++;
      continue;
    }
    // Headings of spaced rows hold no figures and are not rows by themselves.
    const from = lines[i]!.tabs === 0 && i > 0 && blocks.at(-1)?.to !== i && headsSpacedRows(lines[i - 1]!) ? i - 1 : i;
    let to = i + 1;
    let rows = 1;
    while (to < lines.length) {
      if (isRow(lines[to]!)) {
        rows++;
        to++;
      } else if (
        (lines[to]!.width <= 12 || lines[to]!.text.split(/\s+/).length >= 4) &&
        !/[。；，：]/.test(lines[to]!.text) &&
        lines[to + 1] &&
        isRow(lines[to + 1]!)
      )
        to++;
      else break;
    }
    if (rows >= 2) blocks.push({ from, to });
    i = to;
  }
  return blocks;
}
