import type { Terminal } from './terminal.ts';
import { cutTo, displayWidth, oneLine, pad } from './width.ts';

export interface Column {
  readonly title: string;
  /** Widest it may become on a terminal, in columns; the rest is cut. Nothing is cut on a pipe. */
  readonly max: number;
}

const GAP = '  ';

/**
 * Rows as text: aligned under their titles on a terminal, complete and tab-separated on a pipe (for cut, awk and
 * spreadsheets). Gives the empty text when there are no rows.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], terminal: Terminal): string {
  if (rows.length === 0) return '';
  const titles = columns.map((column) => column.title);
  if (terminal.columns === null) {
    return [titles, ...rows].map((row) => `${row.map(oneLine).join('\t')}\n`).join('');
  }
  const widths = columnWidths(columns, rows, terminal.columns);
  const line = (row: readonly string[]) =>
    widths
      .map((width, i) => pad(cutTo(row[i] ?? '', width), width))
      .join(GAP)
      .trimEnd();
  return `${[terminal.style.faint(line(titles)), ...rows.map(line)].join('\n')}\n`;
}

/** As wide as the content wants within `max`; what exceeds the terminal is taken from the widest column. */
function columnWidths(columns: readonly Column[], rows: readonly (readonly string[])[], available: number): number[] {
  const widths = columns.map((column, i) =>
    rows.reduce(
      (widest, row) => Math.min(column.max, Math.max(widest, displayWidth(oneLine(row[i] ?? '')))),
      displayWidth(column.title),
    ),
  );
  const total = () => widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);
  for (let excess = total() - available; excess > 0; excess = total() - available) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= 8) break;
    widths[widest] = Math.max(8, (widths[widest] ?? 0) - excess);
  }
  return widths;
}
