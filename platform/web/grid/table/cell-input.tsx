import { useLayoutEffect, useRef } from 'react';
import type { Sheet } from '../sheet.ts';
import { useSheet } from '../use-grid.ts';
import type { CellView } from './cell-view.ts';

interface Props {
  readonly sheet: Sheet;
  readonly view: CellView;
  readonly label: string;
  /** Id of the sentences about the current cell. */
  readonly describedBy: string;
}

/**
 * The field in the current cell. It always holds the cell's text and has all of it selected, so that whatever is typed, by
 * keyboard, input method or a telephone's keys, replaces it without any help of ours. It is not controlled: a keystroke
 * draws nothing anew.
 */
export function CellInput({ sheet, view, label, describedBy }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const isTyping = useSheet(sheet, 'typing', () => sheet.typing !== null);
  useLayoutEffect(() => {
    const field = input.current;
    if (field === null || isTyping) return;
    field.value = view.text;
    if (document.activeElement === field) field.select();
  }, [isTyping, view.text]);
  useLayoutEffect(() => {
    const field = input.current;
    if (field === null || !sheet.wantsFocus || sheet.typing !== null) return;
    sheet.wantsFocus = false;
    field.focus({ preventScroll: true });
    field.select();
  });
  return (
    <input
      ref={input}
      className="jw-entry-input"
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="next"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={view.finding === 'hard' || view.save === 'refused'}
      readOnly={view.lock !== null}
      data-typing={isTyping || undefined}
      onInput={({ currentTarget }) => sheet.type(currentTarget.value)}
      onFocus={({ currentTarget }) => {
        if (!isTyping) currentTarget.select();
      }}
    />
  );
}
