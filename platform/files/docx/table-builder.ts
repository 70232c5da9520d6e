import { limits } from '../limits.ts';
import type { Block, TableBlock, TableBlockCell } from '../print/blocks.ts';
import { refuseFile } from '../refusals.ts';

interface CellDraft {
  readonly blocks: Block[];
  columnSpan: number;
  /** `down` goes on with the cell above it. */
  merge: 'none' | 'begins' | 'down';
}
interface RowDraft {
  readonly cells: CellDraft[];
  skippedColumns: number;
  deleted: boolean;
}

type Mutable = { -readonly [K in keyof TableBlockCell]: TableBlockCell[K] };

/** Gathers the rows and cells of a Word table and works out which cells are merged downwards. */
export class TableBuilder {
  readonly #rows: RowDraft[] = [];

  beginRow(): void {
    this.#rows.push({ cells: [], skippedColumns: 0, deleted: false });
  }

  /** Begins a cell and gives the place its content goes to. */
  beginCell(): Block[] {
    const blocks: Block[] = [];
    this.#row()?.cells.push({ blocks, columnSpan: 1, merge: 'none' });
    return blocks;
  }

  spanColumns(count: number): void {
    const cell = this.#row()?.cells.at(-1);
    if (cell !== undefined && count > 1) cell.columnSpan = Math.min(count, limits.columns);
  }

  mergeDown(value: string | null): void {
    const cell = this.#row()?.cells.at(-1);
    if (cell !== undefined) cell.merge = value === 'restart' ? 'begins' : 'down';
  }

  skipColumns(count: number): void {
    const row = this.#row();
    if (row !== undefined && count > 0) row.skippedColumns = Math.min(count, limits.columns);
  }

  deleteRow(): void {
    const row = this.#row();
    if (row !== undefined) row.deleted = true;
  }

  finish(): TableBlock {
    const rows: Mutable[][] = [];
    /** The cell that is being merged downwards, by its first column. */
    const open = new Map<number, Mutable>();
    let columns = 0;
    for (const draft of this.#rows) {
      if (draft.deleted) continue;
      const row: Mutable[] = [];
      let column = draft.skippedColumns;
      for (const cell of draft.cells) {
        const above = open.get(column);
        if (cell.merge === 'down' && above !== undefined) above.rowSpan += 1;
        else {
          const placed = { column, columnSpan: cell.columnSpan, rowSpan: 1, blocks: cell.blocks };
          row.push(placed);
          if (cell.merge === 'begins') open.set(column, placed);
          else open.delete(column);
        }
        column += cell.columnSpan;
      }
      columns = Math.max(columns, column);
      rows.push(row);
    }
    if (columns > limits.columns) refuseFile('too-many-elements', columns, limits.columns);
    return { kind: 'table', columns, rows };
  }

  #row(): RowDraft | undefined {
    return this.#rows.at(-1);
  }
}
