import { type Dispatch, type KeyboardEvent, type RefObject, useMemo } from 'react';
import type { Span } from '../../../../kernel/index.ts';
import type { View, ViewChange } from '../view/view-state.ts';
import { type Mark, pickMark } from './marks.ts';
import type { Printed } from './printed.ts';
import { neighbour, sentencesOf } from './sentences.ts';
import { selectPlace } from './text-range.ts';

interface Given {
  readonly box: RefObject<HTMLElement | null>;
  readonly printed: Printed;
  readonly marks: readonly Mark[];
  readonly view: View;
  readonly change: Dispatch<ViewChange>;
}

/**
 * The document by keyboard: ↓ ↑ select the next or previous sentence, Shift with them takes more, Shift+→ ← moves the
 * end by a character and Alt+Shift the beginning; Enter looks at what is marked there.
 */
export function useDocumentKeys({ box, printed, marks, view, change }: Given): (event: KeyboardEvent) => void {
  const sentences = useMemo(() => sentencesOf(printed.text, printed.start), [printed]);
  return (event) => {
    const pane = box.current;
    if (pane === null || event.target !== pane || event.ctrlKey || event.metaKey) return;
    const { selected } = view;
    if (event.key === 'Enter' && selected !== null) {
      const under = marks.filter((mark) => mark.start < selected.end && mark.end > selected.start);
      const mark = pickMark(under, view.current?.id ?? null);
      if (mark) change({ do: 'look', id: mark.id, from: 'document', kind: mark.kind });
      event.preventDefault();
      return;
    }
    const next = moved(event, selected, sentences, printed);
    if (next === null) return;
    event.preventDefault();
    selectPlace(pane, next);
    change({ do: 'select', selected: next });
  };
}

function moved(event: KeyboardEvent, selected: Span | null, sentences: readonly Span[], printed: Printed): Span | null {
  const step = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : -1;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = neighbour(sentences, selected, step);
    if (next === undefined) return null;
    if (!event.shiftKey || selected === null) return next;
    return { start: Math.min(selected.start, next.start), end: Math.max(selected.end, next.end) };
  }
  if ((event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') || !event.shiftKey || selected === null) return null;
  const last = printed.start + printed.text.length;
  if (event.altKey) return { ...selected, start: within(selected.start + step, printed.start, selected.end - 1) };
  return { ...selected, end: within(selected.end + step, selected.start + 1, last) };
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
