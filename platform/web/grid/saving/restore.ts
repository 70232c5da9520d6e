import { type CellAddress, type Entry, type Revision, sameEntry } from '../model.ts';
import type { Sheet } from '../sheet.ts';
import type { Slot } from './slot.ts';

/** A cell that was not saved, as it is kept in the browser. */
export interface KeptCell extends CellAddress, Entry {
  /** The state that it was made upon. */
  readonly revision: Revision;
}
/** One line of what is kept: cells that changed, and cells that need not be kept any longer. */
export interface KeptRecord {
  readonly id: number;
  readonly tab: string;
  /** ISO 8601. */
  readonly at: string;
  readonly cells: readonly KeptCell[];
  readonly saved: readonly CellAddress[];
}

/** What was left unsaved the last time and differs from what the server holds now. */
export interface Offer {
  readonly cells: ReadonlyMap<number, KeptCell>;
  /** When the last of it was typed. */
  readonly at: string;
  /** How many of them somebody else has saved meanwhile. */
  readonly disputed: number;
  /** How many belong to cells that are no longer there or cannot be filled in now. */
  readonly homeless: number;
  /** The records that hold it. */
  readonly records: readonly number[];
}

const daysKept = 30;

/** What is to be offered; null when there is nothing. `now` in milliseconds. */
export function offerOf(records: readonly KeptRecord[], sheet: Sheet, now: number): Offer | null {
  const last = new Map<string, KeptCell>();
  let at = '';
  for (const record of records.toSorted((a, b) => a.id - b.id)) {
    if (!(now - Date.parse(record.at) < daysKept * 86_400_000)) continue;
    for (const cell of record.cells) last.set(`${record.tab}\n${addressText(cell)}`, cell);
    for (const cell of record.saved) last.delete(`${record.tab}\n${addressText(cell)}`);
    if (record.cells.length > 0 && record.at > at) at = record.at;
  }
  const cells = new Map<number, KeptCell>();
  let homeless = 0;
  for (const kept of last.values()) {
    const cell = sheet.cellAt(kept.row, kept.column);
    const isSaved = cell !== -1 && sameEntry(entryIn(kept), sheet.entryAt(cell));
    if (cell === -1 || (sheet.lockAt(cell) !== null && !isSaved)) homeless += 1;
    else if (!isSaved) cells.set(cell, kept);
  }
  if (cells.size === 0 && homeless === 0) return null;
  const disputed = [...cells].filter(([cell, { revision }]) => revision !== sheet.slotAt(cell).revision).length;
  return { cells, at, disputed, homeless, records: records.map(({ id }) => id) };
}

/** Puts kept content back into a cell; what somebody else saved meanwhile stands beside it until the person chooses. */
export function restored(slot: Slot, kept: KeptCell | undefined): Slot {
  if (kept === undefined) return slot;
  const next: Slot = { ...slot, entry: entryIn(kept), refused: null };
  if (kept.revision === slot.revision) return next;
  return { ...next, conflict: { theirs: slot.base, revision: slot.revision, by: '', at: '' } };
}

export const entryIn = ({ value, reason, note, text }: KeptCell): Entry => ({ value, reason, note, text });
const addressText = ({ row, column }: CellAddress): string => `${row}\n${column}`;
