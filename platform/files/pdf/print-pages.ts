import type { SourceCell, SourceTable, SourceText } from '../../../src/document/index.ts';
import type { Span } from '../../../src/kernel/index.ts';
import { limits } from '../limits.ts';
import { refuseFile } from '../refusals.ts';
import { measureText } from '../text/measure.ts';
import { alignedTables } from './aligned-table.ts';
import type { Run } from './geometry.ts';
import type { PageTable } from './page-table.ts';
import { type Column, readingOrder } from './reading-order.ts';
import { lineText, type TextLine } from './text-lines.ts';

export interface PrintablePage {
  readonly runs: readonly Run[];
  readonly tables: readonly PageTable[];
  readonly furniture: readonly TextLine[];
}

/** Prints pages as text: what stands above the body, the body in reading order, what stands below it. */
export function printPages(pages: readonly PrintablePage[]): SourceText {
  const printer = new Printer();
  for (const page of pages) printer.page(page);
  return printer.finish();
}

class Printer {
  readonly #pieces: string[] = [];
  #length = 0;
  readonly #tables: SourceTable[] = [];
  readonly #pageStarts: number[] = [];
  readonly #furniture: Span[] = [];

  page({ runs, tables, furniture }: PrintablePage): void {
    this.#pageStarts.push(this.#length);
    const first = Math.min(...runs.map((run) => run.y), ...tables.map((table) => table.top));
    for (const line of furniture.filter((each) => each.y < first)) this.#furnitureLine(line);
    for (const column of readingOrder(runs, tables)) this.#column(column);
    for (const line of furniture.filter((each) => each.y >= first)) this.#furnitureLine(line);
  }

  finish(): SourceText {
    const text = this.#pieces.join('');
    measureText(text);
    return { text, format: 'pdf', tables: this.#tables, pageStarts: this.#pageStarts, furniture: this.#furniture };
  }

  #furnitureLine(line: TextLine): void {
    const start = this.#length;
    this.#put(`${lineText(line)}\n`);
    this.#furniture.push({ start, end: this.#length - 1 });
  }

  #column(column: Column): void {
    const { tables, rest } = alignedTables(column.lines);
    const edge = Math.min(...rest.map((line) => line.x));
    const pieces = [
      ...rest.map((line) => ({ y: line.y, print: () => this.#put(`${indent(line, edge)}${lineText(line)}\n`) })),
      ...[...tables, ...column.tables].map((table) => ({ y: table.top, print: () => this.#table(table) })),
    ];
    for (const piece of pieces.sort((a, b) => a.y - b.y)) piece.print();
  }

  #table(table: PageTable): void {
    const start = this.#length;
    const rows = table.rows.map((row) => {
      const cells: SourceCell[] = [];
      let column = 0;
      for (const cell of row) {
        this.#put('\t'.repeat(cell.column - column));
        column = cell.column;
        const from = this.#length;
        this.#put(cell.text);
        cells.push({ start: from, end: this.#length, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan });
      }
      this.#put(`${'\t'.repeat(table.columns - 1 - column)}\n`);
      return cells;
    });
    this.#tables.push({ start, end: this.#length - 1, rows });
  }

  #put(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length > limits.textLength) refuseFile('too-long', this.#length, limits.textLength);
  }
}

/** The first line of a paragraph is set in by two characters; kept, since it tells where a paragraph begins. */
function indent(line: TextLine, edge: number): string {
  const inset = (line.x - edge) / line.size;
  return inset > 1.5 && inset < 2.6 ? '　　' : '';
}
