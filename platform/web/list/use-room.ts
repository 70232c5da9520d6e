import { useCallback, useState } from 'react';
import type { Column } from './model.ts';

const TICK_WIDTH = 34;

/** Pixels that the columns need beside each other: the first number of each track. */
export const leastWidth = (columns: readonly Pick<Column<never>, 'width'>[], ticked: boolean): number =>
  columns.reduce((sum, { width }) => sum + Number(/\d+/.exec(width)?.[0] ?? 0), ticked ? TICK_WIDTH : 0);

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
