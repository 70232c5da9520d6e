import { type Dispatch, type RefObject, useEffect } from 'react';
import type { ViewChange } from '../view/view-state.ts';
import { placeOf } from './text-range.ts';

const PAUSE_MS = 80;

/** Tells which stretch of the document is selected, by mouse, finger or keyboard. */
export function useTextSelection(box: RefObject<HTMLElement | null>, change: Dispatch<ViewChange>): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const selection = getSelection();
      const pane = box.current;
      if (pane === null || selection === null || selection.rangeCount === 0) return;
      const range = selection.getRangeAt(0);
      if (!pane.contains(range.commonAncestorContainer)) return;
      change({ do: 'select', selected: selection.isCollapsed ? null : placeOf(range, pane) });
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE_MS);
    };
    document.addEventListener('selectionchange', later);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', later);
    };
  }, [box, change]);
}
