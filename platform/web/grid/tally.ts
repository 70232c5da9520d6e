import type { GridSummary } from './props.ts';
import { stuckOf } from './saving/slot.ts';
import type { Sheet } from './sheet.ts';

/** The summary, and how many cells are on their way. */
export interface Tally extends GridSummary {
  readonly sending: number;
}

/** Counts a sheet by what is not saved and by what was found. */
export function tallyOf(sheet: Sheet, unsaved: ReadonlySet<number>, found: Iterable<number>): Tally {
  const counts = { conflict: 0, unreadable: 0, 'no-reason': 0, refused: 0, sending: 0, hard: 0, unexplained: 0 };
  for (const cell of unsaved) {
    const slot = sheet.slotAt(cell);
    const stuck = stuckOf(slot);
    if (stuck !== null) counts[stuck] += 1;
    if (slot.isSending) counts.sending += 1;
  }
  for (const cell of found) {
    const findings = sheet.findingsAt(cell);
    if (findings.some(({ severity }) => severity === 'hard')) counts.hard += 1;
    else if (findings.length > 0 && (sheet.entryAt(cell).reason ?? '').trim() === '') counts.unexplained += 1;
  }
  return {
    unsaved: unsaved.size,
    unreadable: counts.unreadable,
    withoutReason: counts['no-reason'],
    refused: counts.refused,
    conflicts: counts.conflict,
    ...{ hard: counts.hard, unexplained: counts.unexplained, sending: counts.sending },
  };
}
