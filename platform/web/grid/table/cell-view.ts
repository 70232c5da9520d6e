import { shownText, whyUnreadable } from '../gestures.ts';
import type { GridColumn, GridFinding } from '../model.ts';
import { isUnsaved, type Slot, stuckOf } from '../saving/slot.ts';

/** Where a cell is on its way to the server. */
export type SaveMark = 'saved' | 'changed' | 'sending' | 'refused' | 'conflict' | 'held';
/** The worst that was found in it; `explained`: an oddity with a reason. */
export type FindingMark = 'hard' | 'soft' | 'explained' | null;

/** Everything that drawing a cell takes; the same object as long as nothing of it changed. */
export interface CellView {
  readonly text: string;
  readonly save: SaveMark;
  readonly finding: FindingMark;
  readonly lock: string | null;
  readonly isReturned: boolean;
  readonly isFromElsewhere: boolean;
  readonly hasNote: boolean;
  readonly hasReason: boolean;
  /** Everything that a person should know of it, as sentences; the gravest first. */
  readonly sentences: readonly string[];
}

/** Of a cell that is not there. */
export const noView: CellView = {
  ...{ text: '', save: 'saved', finding: null, lock: '', isReturned: false, isFromElsewhere: false },
  ...{ hasNote: false, hasReason: false, sentences: [] },
};

export function viewOf(
  slot: Slot,
  column: GridColumn,
  findings: readonly GridFinding[],
  lock: string | null,
): CellView {
  const { entry, refused, conflict, returned, from } = slot;
  const unsaved = isUnsaved(slot);
  const why = entry.text === null ? null : whyUnreadable(entry.text, column);
  const isFromElsewhere = from !== null && !unsaved;
  const explained = (entry.reason ?? '').trim() !== '';
  // A text that is no figure is the only thing to be said of it: checks saw a blank cell there.
  const shown = why === null ? findings : [];
  return {
    text: shownText(entry, column),
    save: saveMark(slot, unsaved),
    finding: why === null ? findingMark(shown, explained) : 'hard',
    lock,
    isReturned: returned !== null,
    isFromElsewhere,
    hasNote: (entry.note ?? '') !== '',
    hasReason: explained,
    sentences: [
      ...(why === null ? [] : [`${why}。`]),
      ...(conflict === null ? [] : ['别人也改了这一格，请选用哪一个。']),
      ...(refused === null ? [] : [`没有保存：${refused}`]),
      ...(stuckOf(slot) === 'no-reason' ? ['写着没有数，请补上原因。'] : []),
      ...shown.map(({ message }) => message),
      ...(returned === null ? [] : [`审核退回：${returned}`]),
      ...(isFromElsewhere ? [`取自“${from}”。`] : []),
    ],
  };
}

function saveMark(slot: Slot, unsaved: boolean): SaveMark {
  const stuck = stuckOf(slot);
  if (stuck === 'conflict' || stuck === 'refused') return stuck;
  if (!unsaved) return 'saved';
  if (stuck !== null) return 'held';
  return slot.isSending ? 'sending' : 'changed';
}

function findingMark(findings: readonly GridFinding[], explained: boolean): FindingMark {
  if (findings.some(({ severity }) => severity === 'hard')) return 'hard';
  if (findings.length === 0) return null;
  return explained ? 'explained' : 'soft';
}
