import { useDeferredValue } from 'react';
import { entryFrom, shownText } from '../gestures.ts';
import type { GridReference } from '../model.ts';
import type { Slot } from '../saving/slot.ts';
import type { CellView } from '../table/cell-view.ts';
import { type Grid, useSheet } from '../use-grid.ts';
import { References } from './panel-references.tsx';

interface Props {
  readonly grid: Grid;
  readonly cell: number;
  readonly view: CellView;
  readonly slot: Slot;
  readonly references: readonly GridReference[];
}

/** The figure of the current cell, also while it is typed: what is found, and how it compares. */
export function PanelFigure({ grid, cell, view, slot, references }: Props) {
  const { sheet, checking } = grid;
  // The letter stands in its field first; what is to be said of it comes right after.
  const typed = useDeferredValue(useSheet(sheet, 'typing', () => sheet.typing));
  const [column, given] = [sheet.columnOf(cell), sheet.givenAt(cell)];
  if (column === undefined || given === null) return null;
  const entry = typed === null ? slot.entry : entryFrom(typed, column, slot.entry);
  const { finding, sentences } = typed === null ? view : checking.preview(cell, entry);
  return (
    <>
      <p className="jw-entry-value">
        <b>{shownText(entry, column) || '空'}</b>
        {entry.value !== null && ` ${column.unit}`}
      </p>
      <ul className="jw-entry-sentences" id={sheet.sentencesId} data-finding={finding ?? undefined} aria-live="polite">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {view.lock !== null && view.lock !== '' && <li key="lock">不能填写：{view.lock}</li>}
      </ul>
      <References references={references} given={given} column={column} value={entry.value} />
    </>
  );
}
