import { cellOf, type Entry, type GridFinding, type SheetFinding } from './model.ts';
import type { EntryGridProps } from './props.ts';
import type { Sheet } from './sheet.ts';
import { type CellView, noView, viewOf } from './table/cell-view.ts';

export type Checks = Pick<EntryGridProps, 'check' | 'checkSheet'>;

/** A pasted sheet is checked in slices, so that typing goes on meanwhile. */
const sliceMs = 8;
const sheetRestMs = 500;

/**
 * Calls the page's checks where something changed: the row that is worked on at once, many rows one after the other in the
 * background, the whole sheet when changes have come to rest.
 */
export class Checking {
  /** The page's functions as they are now. */
  checks: Checks = {};
  readonly #sheet: Sheet;
  #entries: (Entry | undefined)[] = [];
  readonly #due = new Set<number>();
  #ofRows = new Map<number, readonly GridFinding[]>();
  #ofSheet = new Map<number, readonly GridFinding[]>();
  /** Rows that have findings across rows shown at them. */
  #sheetRows: readonly number[] = [];
  #slice: ReturnType<typeof setTimeout> | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #stop: () => void = () => undefined;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  start(): void {
    const stops = [this.#sheet.listen('cells', this.#onCells), this.#sheet.listen('shape', this.#reshaped)];
    this.#stop = () => {
      for (const stop of stops) stop();
    };
    this.again();
  }
  stop(): void {
    this.#stop();
    clearTimeout(this.#slice);
    clearTimeout(this.#rest);
  }

  /** What would be said of a cell if it held this. */
  preview(cell: number, entry: Entry): CellView {
    const [row, column] = [this.#sheet.rowOf(cell), this.#sheet.columnOf(cell)];
    if (row === undefined || column === undefined) return noView;
    const at = Math.floor(cell / this.#sheet.columns.length);
    const cells = { ...this.#sheet.cellsOf(at), [column.key]: cellOf(entry) };
    const found = this.checks.check?.(row, cells).filter((finding) => finding.column === column.key) ?? [];
    return viewOf({ ...this.#sheet.slotAt(cell), entry }, column, found, this.#sheet.lockAt(cell));
  }

  /** Checks everything now; a text that is no figure is a hard finding, too. */
  checkAll(): readonly SheetFinding[] {
    for (let row = 0; row < this.#sheet.rows; row += 1) this.#checkRow(row);
    this.#due.clear();
    this.#checkSheet();
    this.#sheet.ask();
    return this.#sheet.given.flatMap(({ key }, row) => {
      const at = row * this.#sheet.columns.length;
      const found = this.#found(row);
      return this.#sheet.columns.flatMap(({ key: column }, x): SheetFinding[] => {
        if (this.#sheet.entryAt(at + x).text === null) return found(column).map((each) => ({ ...each, row: key }));
        const message = this.#sheet.viewAt(at + x).sentences[0] ?? '';
        return [{ row: key, column, severity: 'hard', message }];
      });
    });
  }

  /** Rows may have changed their places: nothing that was found belongs to them. */
  #reshaped = (): void => {
    this.#ofRows = new Map();
    this.#ofSheet = new Map();
    this.again();
  };

  /** Everything, in the background: what was entered before may be odd, too, and so may all of it by other checks. */
  again = (): void => {
    this.#entries = [];
    for (let row = 0; row < this.#sheet.rows; row += 1) this.#due.add(row);
    this.#later();
    this.#restLater();
  };

  #onCells = (cells: readonly number[]): void => {
    const width = this.#sheet.columns.length;
    const rows = new Set<number>();
    for (const cell of cells) {
      const entry = this.#sheet.entryAt(cell);
      if (this.#entries[cell] === entry) continue;
      this.#entries[cell] = entry;
      rows.add(Math.floor(cell / width));
    }
    if (rows.size === 0) return;
    if (rows.size === 1) for (const row of rows) this.#checkRow(row);
    else for (const row of rows) this.#due.add(row);
    this.#later();
    this.#restLater();
  };

  #later(): void {
    clearTimeout(this.#slice);
    if (this.#due.size > 0) this.#slice = setTimeout(this.#checkSlice, 0);
  }
  #checkSlice = (): void => {
    const until = performance.now() + sliceMs;
    for (const row of this.#due) {
      this.#due.delete(row);
      if (row < this.#sheet.rows) this.#checkRow(row);
      if (performance.now() > until) break;
    }
    this.#later();
  };
  #restLater(): void {
    clearTimeout(this.#rest);
    if (this.checks.checkSheet !== undefined) this.#rest = setTimeout(() => this.#checkSheet(), sheetRestMs);
  }

  #checkRow(row: number): void {
    const given = this.#sheet.given[row];
    const { check } = this.checks;
    if (given === undefined || check === undefined) return;
    this.#ofRows.set(row, check(given, this.#sheet.cellsOf(row)));
    this.#tell([row]);
  }
  #checkSheet(): void {
    const { checkSheet } = this.checks;
    if (checkSheet === undefined) return;
    const cells = new Map<string, ReturnType<Sheet['cellsOf']>>();
    const found = checkSheet(({ row, column }) => {
      const known = cells.get(row) ?? this.#sheet.cellsOf(Math.max(0, this.#rowAt(row)));
      cells.set(row, known);
      return known[column] ?? { value: null, reason: null, note: null };
    });
    this.#ofSheet = new Map();
    for (const finding of found) {
      const row = this.#rowAt(finding.row);
      this.#ofSheet.set(row, [...(this.#ofSheet.get(row) ?? []), finding]);
    }
    const rows = new Set([...this.#sheetRows, ...this.#ofSheet.keys()]);
    this.#sheetRows = [...this.#ofSheet.keys()];
    this.#tell([...rows].filter((row) => row >= 0 && row < this.#sheet.rows));
  }
  #rowAt = (row: string): number => {
    const cell = this.#sheet.cellAt(row, this.#sheet.columns[0]?.key ?? '');
    return cell === -1 ? -1 : Math.floor(cell / this.#sheet.columns.length);
  };

  #found = (row: number): ((column: string) => GridFinding[]) => {
    const all = [...(this.#ofRows.get(row) ?? []), ...(this.#ofSheet.get(row) ?? [])];
    return (column) => all.filter((finding) => finding.column === column);
  };
  #tell(rows: Iterable<number>): void {
    const cells = new Map<number, readonly GridFinding[]>();
    for (const row of rows) {
      const found = this.#found(row);
      this.#sheet.columns.forEach(({ key }, x) => {
        cells.set(row * this.#sheet.columns.length + x, found(key));
      });
    }
    this.#sheet.find(cells);
  }
}
