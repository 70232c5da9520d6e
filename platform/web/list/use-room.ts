import { useCallback, useState } from 'react';
import { leastOf, TICK_WIDTH } from './frozen.ts';
import type { Column } from './model.ts';

/** Pixels that the columns need beside each other: the first number of each track. */
export const leastWidth = (columns: readonly Pick<Column<never>, 'width'>[], ticked: boolean): number =>
  columns.reduce((sum, { width }) => sum + leastOf(width), ticked ? TICK_WIDTH : 0);

/** True while a box is narrower than `least`; give `watch` to the box as its ref. */
export function useRoom(least: number): {
  readonly narrow: boolean;
  watch(box: HTMLElement | null): (() => void) | undefined;
} {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  const watch = useCallback((box: HTMLElement | null) => {
    if (box === null) return;
    setWidth(box.clientWidth);
    const observer = new ResizeObserver(() => setWidth(box.clientWidth));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return { narrow: width < least, watch };
}
