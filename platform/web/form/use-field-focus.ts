import { useEffect, useRef } from 'react';

/** Drawings to wait for: a dialog over a dialog takes the keyboard to itself, and away from the field, one or two later. */
const steps = 10;

/**
 * Gives the focus to the first field, and later to whichever is named, as soon as it is drawn. A dialog that opens over
 * another takes the focus once more while both are being drawn: the field gets it back until the person does something.
 */
export function useFieldFocus(id: string, first: string | undefined): (name: string | undefined) => void {
  const wanted = useRef(first);
  useEffect(() => {
    const field = wanted.current === undefined ? null : document.getElementById(`${id}_${wanted.current}`);
    if (field === null) return;
    wanted.current = undefined;
    field.focus();
    holdFocus(field);
  });
  return (name) => {
    wanted.current = name;
  };
}

function holdFocus(field: HTMLElement): void {
  let left = steps;
  const stop = (): void => {
    left = 0;
    for (const kind of ['keydown', 'pointerdown']) window.removeEventListener(kind, stop, true);
  };
  const look = (): void => {
    left -= 1;
    if (!field.isConnected || left <= 0) {
      stop();
      return;
    }
    if (!field.closest('form')?.contains(document.activeElement)) field.focus();
    requestAnimationFrame(look);
  };
  for (const kind of ['keydown', 'pointerdown']) window.addEventListener(kind, stop, true);
  requestAnimationFrame(look);
}
