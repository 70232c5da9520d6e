import type { SourceCell, SourceFormat, SourceTable, SourceText } from '../../../src/document/index.ts';
import { limits } from '../limits.ts';
import { refuseFile } from '../refusals.ts';
import { measureText } from '../text/measure.ts';
import type { Block, LineBlock, TableBlock } from './blocks.ts';

/**
 * Prints blocks as the text that `extract --text` shows and every offset points into.
 * - A line is a line. A row of a table is one line, its cells separated by tabs; a cell that spans columns or rows
 *   leaves the places it covers empty, so that every row of a table has the same number of tabs.
 * - Lines inside a cell are joined by a blank; the cell's place in the text is kept in `tables`.
 * - A table of one column is no table but a frame: its content is printed as if the frame were not there.
 */
export function printBlocks(blocks: readonly Block[], format: SourceFormat): SourceText {
  const printer = new Printer();
  printer.blocks(blocks);
  return printer.finish(format);
}

class Printer {
  readonly #pieces: string[] = [];
  #length = 0;
  readonly #tables: SourceTable[] = [];
  readonly #pageStarts: number[] = [];

  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'line') this.#line(block);
      else if (block.columns <= 1) for (const row of block.rows) for (const cell of row) this.blocks(cell.blocks);
      else this.#table(block);
    }
  }

  finish(format: SourceFormat): SourceText {
    const text = this.#pieces.join('');
    measureText(text);
    const pageStarts = this.#pageStarts.length === 0 ? [] : [...new Set([0, ...this.#pageStarts])];
    return { text, format, tables: this.#tables, pageStarts, furniture: [] };
  }

  #line(block: LineBlock): void {
    for (const place of block.pageBreaks) this.#pageStarts.push(this.#length + place);
    this.#put(`${block.text}\n`);
  }

  #table(table: TableBlock): void {
    const start = this.#length;
    const rows: SourceCell[][] = [];
    for (const row of table.rows) {
      if (row.some((cell) => turnsPage(cell.blocks))) this.#pageStarts.push(this.#length);
      const cells: SourceCell[] = [];
      let column = 0;
      for (const cell of row) {
        if (cell.column > column) this.#put('\t'.repeat(cell.column - column));
        column = cell.column;
        const from = this.#length;
        this.#put(flatten(cell.blocks));
        cells.push({ start: from, end: this.#length, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan });
      }
      this.#put(`${'\t'.repeat(Math.max(0, table.columns - 1 - column))}\n`);
      rows.push(cells);
    }
    this.#tables.push({ start, end: this.#length - 1, rows });
  }

  #put(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length > limits.textLength) refuseFile('too-long', this.#length, limits.textLength);
  }
}

const turnsPage = (blocks: readonly Block[]): boolean =>
  blocks.some((block) =>
    block.kind === 'line'
      ? block.pageBreaks.length > 0
      : block.rows.some((row) => row.some((cell) => turnsPage(cell.blocks))),
  );

/** The content of a cell on one line: nested tables and lines follow each other with a blank between. */
function flatten(blocks: readonly Block[]): string {
  const parts: string[] = [];
  const gather = (inner: readonly Block[]): void => {
    for (const block of inner) {
      if (block.kind === 'line') parts.push(block.text);
      else for (const row of block.rows) for (const cell of row) gather(cell.blocks);
    }
  };
  gather(blocks);
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}
