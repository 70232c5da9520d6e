import { useCallback, useDeferredValue, useSyncExternalStore } from 'react';
import { blank } from '../model.ts';
import type { Slot } from '../saving/slot.ts';
import type { Sheet } from '../sheet.ts';
import { useSheet } from '../use-grid.ts';

const noSlot: Slot = {
  ...{ entry: blank, base: blank, revision: null, sent: [], isSending: false },
  ...{ refused: null, conflict: null, returned: null, from: null },
};

/** The current cell with everything about it. */
export function useCurrent(sheet: Sheet) {
  // The mark of the current cell moves first, what is to be said of it right after: walking through cells stays quick.
  const cell = useDeferredValue(useSheet(sheet, 'selection', () => sheet.current));
  useSheet(sheet, 'shape', () => sheet.given);
  const subscribe = useCallback((listener: () => void) => sheet.listenTo(cell, listener), [sheet, cell]);
  const view = useSyncExternalStore(subscribe, () => sheet.viewAt(cell));
  const slot = useSyncExternalStore(subscribe, () => (cell < sheet.cells ? sheet.slotAt(cell) : noSlot));
  return { cell, view, slot, row: sheet.rowOf(cell), column: sheet.columnOf(cell) };
}
