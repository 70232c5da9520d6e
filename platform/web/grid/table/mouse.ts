import type { MouseEvent, RefObject } from 'react';
import type { Mode } from '../keys.ts';
import { type At, extendedTo, selectionAt } from '../selection.ts';
import type { Sheet } from '../sheet.ts';

/** Choosing by mouse or finger: a cell, a block by dragging or Shift, a row by its title, a column by its heading. */
export function useGridMouse(sheet: Sheet, mode: RefObject<Mode>) {
  const onMouseDown = (event: MouseEvent): void => {
    if (event.button !== 0) return;
    const place = placeOf(event.target, sheet);
    if (place === null) return;
    const isCurrent = place.kind === 'cell' && sheet.selection.active.row === place.at.row;
    if (isCurrent && sheet.selection.active.column === place.at.column && !event.shiftKey) {
      // Within the field of the current cell the browser places the caret; without one the cell alone is chosen again.
      if (mode.current === 'walk') sheet.select(selectionAt(place.at));
      return;
    }
    event.preventDefault();
    sheet.wantsFocus = true;
    const [last, lastColumn] = [sheet.rows - 1, sheet.columns.length - 1];
    if (place.kind === 'cell')
      sheet.select(event.shiftKey ? extendedTo(sheet.selection, place.at) : selectionAt(place.at));
    else if (place.kind === 'row')
      sheet.select({ ...selectionAt({ row: place.row, column: 0 }), head: { row: place.row, column: lastColumn } });
    else sheet.select({ ...selectionAt({ row: 0, column: place.column }), head: { row: last, column: place.column } });
  };
  const onMouseOver = (event: MouseEvent): void => {
    if (event.buttons !== 1 || mode.current !== 'walk') return;
    const place = placeOf(event.target, sheet);
    if (place?.kind !== 'cell') return;
    const { head } = sheet.selection;
    if (head.row === place.at.row && head.column === place.at.column) return;
    sheet.wantsFocus = true;
    sheet.select(extendedTo(sheet.selection, place.at));
  };
  return { onMouseDown, onMouseOver };
}

type Place =
  | { readonly kind: 'cell'; readonly at: At }
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'column'; readonly column: number };

function placeOf(target: EventTarget, sheet: Sheet): Place | null {
  const box = target instanceof Element ? target.closest<HTMLElement>('[data-cell], [data-row], [data-column]') : null;
  if (box === null) return null;
  const { cell, row, column } = box.dataset;
  const width = sheet.columns.length;
  if (cell !== undefined)
    return { kind: 'cell', at: { row: Math.floor(Number(cell) / width), column: Number(cell) % width } };
  return row === undefined ? { kind: 'column', column: Number(column) } : { kind: 'row', row: Number(row) };
}
