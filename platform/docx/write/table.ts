import { AlignmentType, BorderStyle, type Paragraph, TableCell, TableRow, Table as WordTable } from 'docx';
import { RefusalError } from '../../../src/kernel/index.ts';
import type { Block } from '../model/block.ts';
import type { Fonts } from '../model/document.ts';
import type { Cell, Column, Table } from '../model/table.ts';
import { columnWidths } from './column-widths.ts';
import { SIZE } from './geometry.ts';
import { headRows } from './head-rows.ts';
import { OffGridParagraph } from './off-grid.ts';
import { lineHeight, textRuns } from './text.ts';

/** Beyond these Word itself no longer scrolls; each cell costs a fifth of a millisecond and 20 KB while it is written. */
export const tableLimits = { columns: 40, rows: 20_000, cells: 50_000 } as const;

/** Refuses blocks whose tables together have more cells than a document may have. */
export function checkCells(blocks: readonly Block[]): void {
  const tables = blocks.filter((block) => block.kind === 'table');
  const cells = tables.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0);
  if (cells <= tableLimits.cells) return;
  const field = tables.toSorted((one, other) => other.rows.length - one.rows.length)[0]?.caption ?? '';
  throw new RefusalError({ code: 'document-cells', field, given: cells, limit: tableLimits.cells });
}

const alignments = {
  text: AlignmentType.LEFT,
  number: AlignmentType.RIGHT,
  centred: AlignmentType.CENTER,
} as const;

const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 0 });
const borders = {
  top: rule(8),
  bottom: rule(8),
  left: rule(4),
  right: rule(4),
  insideHorizontal: rule(4),
  insideVertical: rule(4),
} as const;

/** Caption, table and note, on `room` twips. Refuses more columns or rows than a table may have, and rows that are too long. */
export function tableBlock(table: Table, room: number, fonts: Fonts): (Paragraph | WordTable)[] {
  check(table);
  const widths = columnWidths(table, room);
  const dress = { font: fonts.plain, size: widths.size };
  // At least: a line that an office sets in larger type later is not cut off.
  const lines = { spacing: { before: 0, after: 0, line: widths.size * 13, lineRule: 'atLeast' } } as const;
  const cell = (text: Cell, width: number, column: Column | null, more: object = {}): TableCell =>
    new TableCell({
      ...more,
      width: { size: width, type: 'dxa' },
      verticalAlign: 'center',
      children: [
        new OffGridParagraph({
          ...lines,
          alignment: column === null ? AlignmentType.CENTER : alignments[column.kind ?? 'text'],
          children: textRuns(text ?? '', column === null ? { font: fonts.heading, size: widths.size } : dress),
        }),
      ],
    });
  const head = headRows(table.columns).map((row) => {
    let at = 0;
    const children = row.map((each) => {
      const span = sum(widths.columns.slice(at, at + each.columns));
      at += each.columns;
      return cell(each.text, span, null, { columnSpan: each.columns, rowSpan: each.rows });
    });
    return new TableRow({ tableHeader: true, cantSplit: true, children });
  });
  const rows = table.rows.map((row) => {
    const children = table.columns.map((column, at) => cell(row[at] ?? null, widths.columns[at] ?? 0, column));
    return new TableRow({ cantSplit: true, children });
  });
  return [
    ...above(table, fonts),
    new WordTable({
      rows: [...head, ...(rows.length > 0 ? rows : [emptyRow(table, room, cell)])],
      width: { size: room, type: 'dxa' },
      columnWidths: widths.columns,
      layout: 'fixed',
      margins: { left: 60, right: 60, top: 20, bottom: 20, marginUnitType: 'dxa' },
      borders,
    }),
    below(table, fonts),
  ];
}

function check({ caption, columns, rows }: Table): void {
  const field = caption ?? '';
  if (columns.length === 0 || columns.length > tableLimits.columns) {
    throw new RefusalError({ code: 'document-columns', field, given: columns.length, limit: tableLimits.columns });
  }
  if (rows.length > tableLimits.rows) {
    throw new RefusalError({ code: 'document-rows', field, given: rows.length, limit: tableLimits.rows });
  }
  const long = rows.findIndex((row) => row.length > columns.length);
  if (long < 0) return;
  throw new RefusalError({ code: 'document-row-long', field, given: long + 1, limit: columns.length });
}

/** A table without rows says so, instead of standing there as if it were cut off. */
const emptyRow = (
  table: Table,
  room: number,
  cell: (text: Cell, width: number, column: Column | null, more: object) => TableCell,
): TableRow => {
  const centred: Column = { title: '', kind: 'centred' };
  return new TableRow({ children: [cell('没有记录', room, centred, { columnSpan: table.columns.length })] });
};

function above({ caption, unit }: Table, fonts: Fonts): Paragraph[] {
  const line = (text: string, centred: boolean): Paragraph =>
    new OffGridParagraph({
      ...lineHeight(centred ? 480 : 340),
      keepNext: true,
      alignment: centred ? AlignmentType.CENTER : AlignmentType.RIGHT,
      children: textRuns(text, centred ? captionDress(fonts) : { font: fonts.plain, size: SIZE.note }),
    });
  return [
    ...(caption === undefined ? [] : [line(caption, true)]),
    ...(unit === undefined ? [] : [line(`单位：${unit}`, false)]),
  ];
}

export const captionDress = (fonts: Fonts) => ({ font: fonts.heading, size: SIZE.caption });

/** Word joins tables that nothing stands between; the note, or a thin empty line, keeps them apart. */
const below = ({ note }: Table, fonts: Fonts): Paragraph =>
  new OffGridParagraph({
    ...lineHeight(note === undefined ? 240 : 340),
    children: note === undefined ? [] : textRuns(note, { font: fonts.plain, size: SIZE.note }),
  });

const sum = (widths: readonly number[]): number => widths.reduce((all, each) => all + each, 0);
