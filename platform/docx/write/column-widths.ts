import { plainText } from '../model/inline.ts';
import type { Table } from '../model/table.ts';
import { textWidth, widestLine } from '../model/text-width.ts';

/** Room at both sides of a cell, in squares of its type. */
const PADDING = 1;
/** No column asks for more than this many squares: longer texts break into lines. */
const WIDEST = 16;
const NARROWEST = 2;

/** Sizes that a table may have, in half points: 小四, 五号, 小五. */
const sizes = [24, 21, 18] as const;

export interface Widths {
  readonly size: number;
  /** In twips; together exactly the width given. */
  readonly columns: readonly number[];
}

/**
 * Size of type and widths of the columns of a table on `room` twips: the largest size at which every column gets what
 * its content asks for; where none does, the smallest, and long texts break. Widths given by hand are shares and count
 * before content.
 */
export function columnWidths(table: Table, room: number): Widths {
  const wishes = table.columns.map((_, at) => wish(table, at));
  const wanted = wishes.reduce((sum, each) => sum + each, 0);
  const size = sizes.find((each) => wanted * each * 10 <= room) ?? 18;
  const given = table.columns.every((column) => column.width !== undefined);
  const shares = given ? table.columns.map((column) => Math.max(0.01, column.width ?? 0)) : wishes;
  const sum = shares.reduce((all, each) => all + each, 0);
  const columns = shares.map((share) => Math.floor((share / sum) * room));
  const last = columns.length - 1;
  return { size, columns: columns.map((width, at) => (at === last ? room - total(columns.slice(0, last)) : width)) };
}

function wish(table: Table, at: number): number {
  const column = table.columns[at];
  // Heads may break in two; a word of a head stays readable down to half its length.
  let widest = Math.max(NARROWEST, Math.ceil(widestLine(column?.title ?? '') / 2));
  for (const row of table.rows) {
    const cell = row[at];
    if (cell === undefined || cell === null) continue;
    const text = typeof cell === 'string' ? cell : plainText(cell);
    // Numbers are never broken; texts may be, after some characters.
    const width = text.includes('\n') ? widestLine(text) : textWidth(text);
    if (width > widest) widest = column?.kind === 'number' ? width : Math.min(WIDEST, width);
  }
  return widest + PADDING;
}

const total = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each, 0);
