/**
 * What an entry grid holds: rows by columns of figures, each with a reason and a note. Nothing here knows what is reported;
 * a page gives rows, columns and the ways to check and to save (props.ts).
 */

/** What is in a cell and is saved with it. */
export interface Cell {
  /** The figure as a whole number of the column's smallest unit (value × 10^decimals); null: there is none. */
  readonly value: number | null;
  /**
   * Why there is none, or why a figure that looks odd is right. With `value` null: null is blank, a text is “there is none”
   * with its reason, and `''` is “there is none” whose reason is still to be written; the latter is never sent.
   */
  readonly reason: string | null;
  /** A comment for colleagues and reviewers. */
  readonly note: string | null;
}

/** What a cell holds while it is worked on. */
export interface Entry extends Cell {
  /** What was typed or pasted and is no figure; kept as it is and never sent. Null as a rule, and then `value` counts. */
  readonly text: string | null;
}

/** Names the state of a cell on the server, as the server names it; null: nothing is saved there yet. */
export type Revision = number | string | null;

/** A cell as the page gives it. */
export interface GivenCell extends Cell {
  readonly revision: Revision;
  /** Values to compare with, by the key of a GridReference; null or absent: not known. */
  readonly references?: Readonly<Record<string, number | null>>;
  /** Why it cannot be filled in here; null or absent: it can. */
  readonly readOnly?: string | null;
  /** What a reviewer wrote when he gave it back; shown until the cell is changed and saved. */
  readonly returned?: string | null;
  /** Name of the form that the figure was taken from; shown until it is changed. */
  readonly from?: string | null;
}

export interface GridRow {
  /** Names the row for good, also in what is kept in the browser. */
  readonly key: string;
  readonly title: string;
  /** A second, fainter line below the title: a code, a town. */
  readonly subtitle?: string;
  /** By column key; a cell that is not given is blank. */
  readonly cells: Readonly<Record<string, GivenCell>>;
}

export interface GridColumn {
  readonly key: string;
  readonly title: string;
  /** As written behind the number: 万元, 家, %. */
  readonly unit: string;
  /** Places after the point that are kept. */
  readonly decimals: number;
  /** Why nobody fills it in here (it is reckoned, it comes from elsewhere); null or absent: it can be filled in. */
  readonly readOnly?: string | null;
  /** What counts and what does not; shown beside the current cell. */
  readonly help?: string;
  /** Pixels; 128 when left out. */
  readonly width?: number;
}

/** A value beside each cell: 上月, 去年同期. */
export interface GridReference {
  readonly key: string;
  readonly title: string;
}

export interface CellAddress {
  readonly row: string;
  readonly column: string;
}

/** Something wrong with a cell, in words for people. `hard` blocks handing in, `soft` wants an explanation (its reason). */
export interface GridFinding {
  readonly column: string;
  readonly severity: 'hard' | 'soft';
  readonly message: string;
}
export interface SheetFinding extends GridFinding {
  readonly row: string;
}

export const blank: Entry = { value: null, reason: null, note: null, text: null };
const nothingGiven: GivenCell = { value: null, reason: null, note: null, revision: null };

/** The cell as it was given, blank when it was not. */
export const givenCell = (row: GridRow, column: string): GivenCell => row.cells[column] ?? nothingGiven;

/** Without revision, references and marks: what is worked on. */
export const entryOf = ({ value, reason, note }: Cell): Entry => ({ value, reason, note, text: null });
export const cellOf = ({ value, reason, note }: Cell): Cell => ({ value, reason, note });

export const sameCell = (a: Cell, b: Cell): boolean =>
  a.value === b.value && a.reason === b.reason && a.note === b.note;
export const sameEntry = (a: Entry, b: Entry): boolean => sameCell(a, b) && a.text === b.text;

/** “There is none” is stated, with or without its reason. */
export const isNone = ({ value, reason, text }: Entry): boolean => text === null && value === null && reason !== null;
/** Neither a figure, nor a text, nor “there is none”. */
export const isBlank = ({ value, reason, text }: Entry): boolean => text === null && value === null && reason === null;

/** Why a changed cell is kept back from saving: its text is no figure, or the reason of “none” is missing. */
export function heldBack(entry: Entry): 'unreadable' | 'no-reason' | null {
  if (entry.text !== null) return 'unreadable';
  return isNone(entry) && entry.reason?.trim() === '' ? 'no-reason' : null;
}

/** Why a cell cannot be filled in; null when it can. */
export const lockOf = (column: GridColumn, given: GivenCell): string | null =>
  column.readOnly ?? given.readOnly ?? null;
