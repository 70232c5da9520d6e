import { entryFrom, type Made } from './gestures.ts';
import {
  type Cell,
  cellOf,
  type Entry,
  entryOf,
  type GivenCell,
  type GridColumn,
  type GridFinding,
  type GridRow,
  givenCell,
  isBlank,
  lockOf,
  sameCell,
} from './model.ts';
import type { GridSummary } from './props.ts';
import { entryIn, type KeptCell, restored } from './saving/restore.ts';
import { givenAnew, isSendable, isUnsaved, keptOwn, type Slot, slotOf, tookTheirs, written } from './saving/slot.ts';
import { type At, clamped, type GridShape, type Selection, selectionAt } from './selection.ts';
import { type CellView, noView, viewOf } from './table/cell-view.ts';
import { type Tally, tallyOf } from './tally.ts';
import { did, doAgain, type History, noHistory, type Step, takeBack, wroteOn } from './undo.ts';

/** What can be listened to beside single cells. */
export type Topic = 'selection' | 'typing' | 'cells' | 'findings' | 'shape';

/**
 * The state of one grid outside of React: who draws a cell listens to that cell alone, so that a keystroke draws one cell
 * anew and not a thousand rows. Cells are numbered row by row. Saving, checking and keeping work on it from outside.
 */
export class Sheet {
  columns: readonly GridColumn[];
  given: readonly GridRow[];
  readOnly: string | null;
  selection: Selection = selectionAt({ row: 0, column: 0 });
  /** The cell that is to be in sight. */
  inSight: At = this.selection.active;
  /** What is being typed into the current cell; null while nothing is. */
  typing: string | null = null;
  history: History = noHistory;
  /** Id of the sentences about the current cell; several grids may stand on one page. */
  sentencesId = '';
  /** The field of the current cell takes the focus as soon as it is drawn. */
  wantsFocus = false;
  /** Rows that PageUp and PageDown go over. */
  page = 10;
  /** Blank cells that nobody has touched are only faulted when somebody asked for everything to be checked. */
  isAsked = false;

  #slots: Slot[] = [];
  #views: (CellView | undefined)[] = [];
  readonly #unsaved = new Set<number>();
  readonly #found = new Map<number, readonly GridFinding[]>();
  readonly #cellListeners = new Map<number, Set<() => void>>();
  readonly #listeners = new Map<Topic, Set<(cells: readonly number[]) => void>>();
  #tally: Tally | null = null;

  constructor(columns: readonly GridColumn[], rows: readonly GridRow[], readOnly: string | null) {
    this.columns = columns;
    this.given = rows;
    this.readOnly = readOnly;
    this.#slots = rows.flatMap((row) => columns.map(({ key }) => slotOf(givenCell(row, key))));
  }

  get rows(): number {
    return this.given.length;
  }
  get cells(): number {
    return this.rows * this.columns.length;
  }
  get current(): number {
    const { row, column } = this.selection.active;
    return row * this.columns.length + column;
  }
  get shape(): GridShape {
    const isFilled = ({ row, column }: { row: number; column: number }): boolean =>
      !isBlank(this.entryAt(row * this.columns.length + column));
    return { rows: this.rows, columns: this.columns.length, page: this.page, isFilled };
  }
  rowOf = (cell: number): GridRow | undefined => this.given[Math.floor(cell / this.columns.length)];
  columnOf = (cell: number): GridColumn | undefined => this.columns[cell % this.columns.length];
  /** The number of a cell; -1 when there is no such row or column. */
  cellAt(row: string, column: string): number {
    const [y, x] = [this.#rowPlaces().get(row), this.columns.findIndex(({ key }) => key === column)];
    return y === undefined || x === -1 ? -1 : y * this.columns.length + x;
  }
  slotAt(cell: number): Slot {
    const slot = this.#slots[cell];
    if (slot === undefined) throw new RangeError(`no cell ${cell}`);
    return slot;
  }
  entryAt = (cell: number): Entry => this.slotAt(cell).entry;
  givenAt(cell: number): GivenCell | null {
    const [row, column] = [this.rowOf(cell), this.columnOf(cell)];
    return row === undefined || column === undefined ? null : givenCell(row, column.key);
  }
  lockAt = (cell: number): string | null => {
    const [given, column] = [this.givenAt(cell), this.columnOf(cell)];
    return this.readOnly ?? (given === null || column === undefined ? '' : lockOf(column, given));
  };
  viewAt(cell: number): CellView {
    const known = this.#views[cell];
    if (known !== undefined) return known;
    const [slot, column] = [this.#slots[cell], this.columnOf(cell)];
    // A cell that is still drawn while its row has gone.
    if (slot === undefined || column === undefined) return noView;
    const view = viewOf(slot, column, this.findingsAt(cell), this.lockAt(cell));
    this.#views[cell] = view;
    return view;
  }
  /** All cells of a row as they stand, for checks; a text that is no figure counts as nothing. */
  cellsOf(row: number): Readonly<Record<string, Cell>> {
    const at = row * this.columns.length;
    return Object.fromEntries(this.columns.map(({ key }, column) => [key, checkedCell(this.entryAt(at + column))]));
  }
  sendable(most: number): number[] {
    const cells: number[] = [];
    for (const cell of this.#unsaved) {
      if (cells.length === most) break;
      if (isSendable(this.slotAt(cell))) cells.push(cell);
    }
    return cells;
  }
  get unsaved(): ReadonlySet<number> {
    return this.#unsaved;
  }
  tally(): Tally {
    this.#tally ??= tallyOf(this, this.#unsaved, this.#found.keys());
    return this.#tally;
  }
  summary(): GridSummary {
    const { sending: _, ...summary } = this.tally();
    return summary;
  }

  /** Changes cells one by one; those that stay the same are not told of. Gives those that did not. */
  update(cells: Iterable<number>, change: (slot: Slot, cell: number) => Slot): number[] {
    const changed: number[] = [];
    for (const cell of cells) {
      const before = this.slotAt(cell);
      const after = change(before, cell);
      if (after === before) continue;
      this.#slots[cell] = after;
      if (isUnsaved(after)) this.#unsaved.add(cell);
      else this.#unsaved.delete(cell);
      changed.push(cell);
    }
    if (changed.length > 0) this.#tell(changed, 'cells');
    return changed;
  }

  /** Does what a gesture made, as one step that can be taken back. */
  apply(name: string, { edits, block }: Pick<Made, 'edits' | 'block'>): void {
    const from = this.selection;
    const to = block === null ? from : blockSelection(from, block);
    this.history = did(this.history, { name, edits, from, to });
    this.#write(edits);
    if (to !== from) this.select(to, 'active');
  }
  /** Puts back what was not saved the last time, where nothing has been typed since. */
  restore(kept: ReadonlyMap<number, KeptCell>): void {
    const edits = [...kept].flatMap(([cell, each]) => {
      const before = this.entryAt(cell);
      return this.#unsaved.has(cell) || this.lockAt(cell) !== null ? [] : [{ cell, before, after: entryIn(each) }];
    });
    this.history = did(this.history, { name: '恢复', edits, from: this.selection, to: this.selection });
    this.update(
      edits.map(({ cell }) => cell),
      (slot, cell) => restored(slot, kept.get(cell)),
    );
  }
  /** Where two people changed a cell: theirs, or what stands here. Can be taken back. */
  choose(cells: Iterable<number>, which: 'theirs' | 'own'): void {
    const disputed = [...cells].filter((cell) => this.slotAt(cell).conflict !== null);
    const before = disputed.map(this.entryAt);
    this.update(disputed, which === 'theirs' ? tookTheirs : keptOwn);
    const edits = disputed.flatMap((cell, at) => {
      const [was, after] = [before[at], this.entryAt(cell)];
      return was === undefined || was === after ? [] : [{ cell, before: was, after }];
    });
    this.history = did(this.history, { name: '选用', edits, from: this.selection, to: this.selection });
  }
  undo = (): Step | null => this.#replay(takeBack(this.history));
  redo = (): Step | null => this.#replay(doAgain(this.history));

  /** `inSight`: which of the two corners is to be seen; a pasted block does not lead to its end. */
  select(selection: Selection, inSight: 'active' | 'head' = 'head'): void {
    this.commit();
    this.selection = selection;
    this.inSight = selection[inSight];
    this.tell('selection');
  }
  type(text: string | null): void {
    this.typing = text;
    this.tell('typing');
  }
  /** Writes the reason or the comment of a cell; letter by letter it is one step. */
  explain(cell: number, words: Partial<Pick<Cell, 'reason' | 'note'>>): void {
    if (this.lockAt(cell) !== null) return;
    const before = this.entryAt(cell);
    const after = { ...before, ...words };
    const step = { edits: [{ cell, before, after }], from: this.selection, to: this.selection };
    this.history = wroteOn(this.history, { name: words.note === undefined ? '说明' : '备注', ...step });
    this.#write(step.edits);
  }
  /** Takes over what was typed. */
  commit(): void {
    const [text, cell] = [this.typing, this.current];
    if (text === null) return;
    this.type(null);
    const column = this.columnOf(cell);
    if (column === undefined || this.lockAt(cell) !== null) return;
    const before = this.entryAt(cell);
    const after = entryFrom(text, column, before);
    if (sameCell(before, after) && before.text === after.text) return;
    this.apply('填写', { edits: [{ cell, before, after }], block: null });
  }

  /** The page read its sheet again. Other rows or columns are a new grid: what is not saved moves over to it. */
  give(columns: readonly GridColumn[], rows: readonly GridRow[], readOnly: string | null): void {
    if (columns === this.columns && rows === this.given && readOnly === this.readOnly) return;
    const width = this.columns.length;
    const isSame = sameKeys(columns, this.columns) && sameKeys(rows, this.given);
    const before = new Map<string, Slot>();
    if (!isSame)
      this.#slots.forEach((slot, cell) => {
        before.set(`${this.given[Math.floor(cell / width)]?.key}\n${this.columns[cell % width]?.key}`, slot);
      });
    const slots = rows.flatMap((row, y) =>
      columns.map(({ key }, x) => {
        const slot = isSame ? this.#slots[y * width + x] : before.get(`${row.key}\n${key}`);
        const given = givenCell(row, key);
        return slot === undefined ? slotOf(given) : givenAnew(slot, given);
      }),
    );
    if (!isSame) {
      this.commit();
      this.history = noHistory;
      this.#found.clear();
    }
    [this.columns, this.given, this.readOnly, this.#slots, this.#places] = [columns, rows, readOnly, slots, null];
    this.#unsaved.clear();
    slots.forEach((slot, cell) => {
      if (isUnsaved(slot)) this.#unsaved.add(cell);
    });
    if (!isSame) this.selection = clamped(this.selection, this.shape);
    this.#views = [];
    this.#tally = null;
    for (const listeners of this.#cellListeners.values()) for (const listener of listeners) listener();
    this.tell('cells');
    this.tell('shape');
  }

  /** Findings as they are shown. */
  findingsAt(cell: number): readonly GridFinding[] {
    const found = this.#found.get(cell);
    if (found === undefined) return none;
    const slot = this.slotAt(cell);
    const isUntouched = isBlank(slot.entry) && !isUnsaved(slot) && slot.returned === null;
    return isUntouched && !this.isAsked ? none : found;
  }
  find(cells: ReadonlyMap<number, readonly GridFinding[]>): void {
    const changed: number[] = [];
    for (const [cell, findings] of cells) {
      if (findings.length === 0 ? this.#found.delete(cell) : !sameFindings(this.#found.get(cell), findings)) {
        if (findings.length > 0) this.#found.set(cell, findings);
        changed.push(cell);
      }
    }
    if (changed.length > 0) this.#tell(changed, 'findings');
  }
  /** From now on blank cells are faulted, too. */
  ask(): void {
    if (this.isAsked) return;
    this.isAsked = true;
    this.#tell([...this.#found.keys()], 'findings');
  }

  listenTo(cell: number, listener: () => void): () => void {
    const listeners = this.#cellListeners.get(cell) ?? new Set();
    this.#cellListeners.set(cell, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#cellListeners.delete(cell);
    };
  }
  listen(topic: Topic, listener: (cells: readonly number[]) => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(listener));
    return () => void listeners.delete(listener);
  }
  tell(topic: Topic, cells: readonly number[] = none): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener(cells);
  }

  #write(edits: Step['edits']): void {
    const entries = new Map(edits.map(({ cell, after }) => [cell, after]));
    this.update(entries.keys(), (slot, cell) => written(slot, entries.get(cell) ?? slot.entry));
  }
  #replay(next: { readonly step: Step; readonly history: History } | null): Step | null {
    if (next === null) return null;
    this.type(null);
    this.history = next.history;
    this.#write(next.step.edits.filter(({ cell }) => this.lockAt(cell) === null));
    this.select(next.step.to, 'active');
    return next.step;
  }
  #tell(cells: readonly number[], topic: Topic): void {
    this.#tally = null;
    for (const cell of cells) this.#views[cell] = undefined;
    for (const cell of cells) for (const listener of this.#cellListeners.get(cell) ?? []) listener();
    this.tell(topic, cells);
  }
  #places: ReadonlyMap<string, number> | null = null;
  #rowPlaces(): ReadonlyMap<string, number> {
    this.#places ??= new Map(this.given.map(({ key }, at) => [key, at]));
    return this.#places;
  }
}

const none: readonly never[] = [];
const checkedCell = (entry: Entry): Cell => cellOf(entry.text === null ? entry : { ...entryOf(entry), reason: null });
const sameKeys = (a: readonly { readonly key: string }[], b: readonly { readonly key: string }[]): boolean =>
  a.length === b.length && a.every(({ key }, at) => key === b[at]?.key);
const sameFindings = (a: readonly GridFinding[] | undefined, b: readonly GridFinding[]): boolean =>
  a?.length === b.length &&
  a.every(({ severity, message }, at) => severity === b[at]?.severity && message === b[at]?.message);
const blockSelection = ({ active }: Selection, block: NonNullable<Made['block']>): Selection => ({
  active: { row: Math.max(block.top, Math.min(active.row, block.top)), column: block.left },
  head: { row: block.bottom, column: block.right },
  home: null,
});
