import { type Cell, cellOf, type Entry, entryOf, type GivenCell, heldBack, type Revision, sameCell } from '../model.ts';
import type { CellOutcome, Theirs } from '../props.ts';

/** One cell with everything that is known about its way to the server. Replaced as a whole whenever something changes. */
export interface Slot {
  readonly entry: Entry;
  /** What the server holds as far as is known here, and under which revision. */
  readonly base: Cell;
  readonly revision: Revision;
  /**
   * What was sent and of which nothing was heard, the newest last. Each may have arrived although its answer did not, so that
   * the cell is not known to be saved while there is one, whatever stands in it.
   */
  readonly sent: readonly Cell[];
  readonly isSending: boolean;
  /** Why the server does not take what stands here. */
  readonly refused: string | null;
  /** Somebody else saved something different meanwhile. */
  readonly conflict: Theirs | null;
  readonly returned: string | null;
  readonly from: string | null;
}

export const slotOf = (given: GivenCell): Slot => ({
  entry: entryOf(given),
  base: cellOf(given),
  revision: given.revision,
  ...{ sent: [], isSending: false, refused: null, conflict: null },
  returned: given.returned ?? null,
  from: given.from ?? null,
});

/** What stands here is not known to be what the server holds. */
export const isUnsaved = ({ entry, base, sent, conflict }: Slot): boolean =>
  entry.text !== null || !sameCell(entry, base) || sent.length > 0 || conflict !== null;

/** Why saving cannot go on with this cell by itself; null when nothing is in the way. */
export function stuckOf({
  entry,
  refused,
  conflict,
}: Slot): 'conflict' | 'unreadable' | 'no-reason' | 'refused' | null {
  if (conflict !== null) return 'conflict';
  return heldBack(entry) ?? (refused === null ? null : 'refused');
}

/** It can be sent now: readable, not refused as it stands, and not in dispute. */
export const isSendable = (slot: Slot): boolean => isUnsaved(slot) && !slot.isSending && stuckOf(slot) === null;

/** Other content: what was said about the former one no longer holds. Who gives up his own takes theirs. */
export function written(slot: Slot, entry: Entry): Slot {
  const next = { ...slot, entry, refused: null };
  return slot.conflict !== null && entry.text === null && sameCell(entry, slot.base) ? tookTheirs(next) : next;
}

export function sentOut(slot: Slot): Slot {
  const cell = cellOf(slot.entry);
  return { ...slot, sent: [...slot.sent.filter((each) => !sameCell(each, cell)), cell], isSending: true };
}

/** Nothing was heard: it may have arrived or not. */
export const unheard = (slot: Slot): Slot => ({ ...slot, isSending: false });

/** The server answered, and took nothing of the whole request. */
export const turnedAway = (slot: Slot): Slot => ({ ...slot, sent: slot.sent.slice(0, -1), isSending: false });

/** The server took what was sent; whatever was typed since is still to be sent. */
const taken = (slot: Slot, base: Cell, revision: Revision): Slot => ({
  ...{ ...slot, base, revision, sent: [], isSending: false, refused: null, conflict: null },
  returned: null,
  // A figure that the person wrote is no longer the other form's.
  from: sameCell(base, slot.base) ? slot.from : null,
});

/** What the server said to what was sent. */
export function settled(slot: Slot, outcome: CellOutcome): Slot {
  const sent = slot.sent.at(-1) ?? cellOf(slot.entry);
  if (outcome.kind === 'saved') return taken(slot, sent, outcome.revision);
  if (outcome.kind === 'conflict') return disputed(slot, outcome);
  // Typed over meanwhile: the refusal was about something else, and the new content has its own try.
  const refused = sameCell(sent, slot.entry) ? outcome.message : null;
  // Those before it may still have arrived.
  return { ...slot, sent: slot.sent.slice(0, -1), isSending: false, refused };
}

function disputed(slot: Slot, { theirs, revision, by, at }: Theirs): Slot {
  // Our own writing whose answer was lost, or the same content from two hands: nothing to ask.
  if (slot.sent.some((each) => sameCell(theirs, each))) return taken(slot, cellOf(theirs), revision);
  if (slot.entry.text === null && sameCell(theirs, slot.entry)) return taken(slot, cellOf(theirs), revision);
  const conflict: Theirs = { theirs: cellOf(theirs), revision, by, at };
  return { ...slot, sent: [], isSending: false, conflict };
}

/** Takes what somebody else saved. */
export function tookTheirs(slot: Slot): Slot {
  if (slot.conflict === null) return slot;
  const { theirs, revision } = slot.conflict;
  return { ...slot, entry: entryOf(theirs), base: theirs, revision, conflict: null, refused: null };
}

/** Stays with what stands here; it is sent upon theirs. */
export function keptOwn(slot: Slot): Slot {
  if (slot.conflict === null) return slot;
  const { theirs, revision } = slot.conflict;
  return { ...slot, base: theirs, revision, conflict: null, refused: null };
}

/** The page read the sheet again. Untouched cells follow; where both changed, the person is asked. */
export function givenAnew(slot: Slot, given: GivenCell): Slot {
  const { returned = null, from = null } = given;
  const marks = { returned: returned ?? null, from: from ?? null };
  // What is on its way will be answered; until then the revision of the answer is the newer one.
  if (slot.isSending) return slot;
  if (!isUnsaved(slot)) return slotOf(given);
  if (given.revision === slot.revision) return { ...slot, ...marks };
  const theirs: Theirs = { theirs: cellOf(given), revision: given.revision, by: '', at: '' };
  return { ...disputed(slot, theirs), ...marks };
}
