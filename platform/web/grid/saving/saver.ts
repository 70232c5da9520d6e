import type { CellAddress, Entry } from '../model.ts';
import type { CellChange, CellOutcome, SaveCells } from '../props.ts';
import type { Sheet } from '../sheet.ts';
import { type Autosave, atRest, next, type SaveEvent } from './autosave.ts';
import type { Kept } from './kept.ts';
import type { KeptCell } from './restore.ts';
import { sentOut, settled, turnedAway, unheard } from './slot.ts';

/** What an error of saving means: no answer came, or the answer was a refusal of everything. */
export type Judged = { readonly kind: 'dropped' } | { readonly kind: 'stopped'; readonly words: string };

export interface SaverSetting {
  readonly save: SaveCells;
  judge(error: unknown): Judged;
  readonly kept: Kept | null;
  /** Cells in one request. */
  readonly most: number;
}

const answerWithinMs = 60_000;

/** Sends what is unsaved of a sheet as autosave.ts says, and writes it down in the browser in the meantime. */
export class Saver {
  state: Autosave = atRest;
  /** Whether what is unsaved survives a closed tab. */
  isKept: boolean;
  readonly #sheet: Sheet;
  readonly #setting: SaverSetting;
  readonly #listeners = new Set<() => void>();
  readonly #keptEntries = new Map<number, Entry>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | null = null;
  #isOn = false;
  #stopListening: () => void = () => undefined;

  constructor(sheet: Sheet, setting: SaverSetting) {
    this.#sheet = sheet;
    this.#setting = setting;
    this.isKept = setting.kept !== null;
  }

  start(): void {
    this.#isOn = true;
    this.#stopListening = this.#sheet.listen('cells', this.#onCells);
    this.#onCells([...this.#sheet.unsaved]);
  }
  /** Nothing is sent any longer; what was unsaved stays in the browser. */
  stop(): void {
    this.#isOn = false;
    this.#stopListening();
    clearTimeout(this.#timer);
    this.#request?.abort();
  }
  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  /** Tries at once: the connection is back, or a person asked. */
  atOnce = (): void => this.#happened({ kind: 'at-once', now: Date.now() });

  /** Sends what can be sent; resolves when nothing is left to send or sending failed. */
  async flush(): Promise<void> {
    this.atOnce();
    const isOver = () => !this.#isOn || this.state.phase === 'rest' || this.#hasFailed();
    // A failure from before this call is not its answer: it has been asked to try again.
    let tried = !this.#hasFailed();
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (this.state.phase === 'sending') tried = true;
        if (!tried || !isOver()) return;
        stop();
        resolve();
      };
      const stop = this.listen(look);
      look();
    });
  }
  #hasFailed = (): boolean => this.state.phase === 'dropped' || this.state.phase === 'stopped';

  #onCells = (cells: readonly number[]): void => {
    this.#keep(cells);
    if (this.#sheet.sendable(1).length > 0) this.#happened({ kind: 'changed', now: Date.now() });
    else for (const listener of this.#listeners) listener();
  };

  #happened(event: SaveEvent): void {
    this.state = next(this.state, event);
    clearTimeout(this.#timer);
    if (this.#isOn && this.state.dueAt !== null)
      this.#timer = setTimeout(() => void this.#send(), Math.max(0, this.state.dueAt - Date.now()));
    for (const listener of this.#listeners) listener();
  }

  async #send(): Promise<void> {
    const cells = this.#sheet.sendable(this.#setting.most);
    if (cells.length === 0) return this.#happened({ kind: 'answered', more: false, now: Date.now() });
    this.#happened({ kind: 'began' });
    this.#sheet.update(cells, sentOut);
    const request = new AbortController();
    this.#request = request;
    const overdue = setTimeout(() => request.abort(), answerWithinMs);
    try {
      const outcomes = await this.#setting.save(cells.map(this.#changeOf), request.signal);
      const isComplete = this.#settle(cells, outcomes);
      const more = this.#sheet.sendable(1).length > 0;
      this.#happened(isComplete ? { kind: 'answered', more, now: Date.now() } : { kind: 'dropped', now: Date.now() });
    } catch (error) {
      const judged: Judged = request.signal.aborted ? { kind: 'dropped' } : this.#setting.judge(error);
      this.#sheet.update(cells, judged.kind === 'dropped' ? unheard : turnedAway);
      this.#happened(judged.kind === 'dropped' ? { kind: 'dropped', now: Date.now() } : judged);
    } finally {
      clearTimeout(overdue);
    }
  }

  /** Whether each cell got an answer. */
  #settle(cells: readonly number[], outcomes: readonly CellOutcome[]): boolean {
    const byCell = new Map(outcomes.map((outcome) => [this.#sheet.cellAt(outcome.row, outcome.column), outcome]));
    let isComplete = true;
    this.#sheet.update(cells, (slot, cell) => {
      const outcome = byCell.get(cell);
      if (outcome !== undefined) return settled(slot, outcome);
      isComplete = false;
      return unheard(slot);
    });
    return isComplete;
  }

  #addressOf = (cell: number): CellAddress => ({
    row: this.#sheet.rowOf(cell)?.key ?? '',
    column: this.#sheet.columnOf(cell)?.key ?? '',
  });
  #changeOf = (cell: number): CellChange => {
    const { entry, revision } = this.#sheet.slotAt(cell);
    const { value, reason, note } = entry;
    return { ...this.#addressOf(cell), value, reason, note, revision };
  };

  /** Writes down what changed and strikes out what is saved; when nothing is unsaved all of it is forgotten. */
  #keep(cells: readonly number[]): void {
    const { kept } = this.#setting;
    if (kept === null) return;
    const [changed, saved]: [KeptCell[], CellAddress[]] = [[], []];
    for (const cell of cells) {
      const { entry } = this.#sheet.slotAt(cell);
      const isUnsaved = this.#sheet.unsaved.has(cell);
      if (isUnsaved && this.#keptEntries.get(cell) !== entry) {
        this.#keptEntries.set(cell, entry);
        changed.push({ ...this.#changeOf(cell), text: entry.text });
      } else if (!isUnsaved && this.#keptEntries.delete(cell)) saved.push(this.#addressOf(cell));
    }
    if (changed.length + saved.length === 0) return;
    if (this.#keptEntries.size === 0) void kept.forgetOwn();
    else
      void kept.add(changed, saved).then((isKept) => {
        if (isKept === this.isKept) return;
        this.isKept = isKept;
        for (const listener of this.#listeners) listener();
      });
  }
}
