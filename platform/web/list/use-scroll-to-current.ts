import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';

/** Frames in which rows may still be measured and what unfolds below them drawn. */
const MOST_FRAMES = 40;
const CALM_FRAMES = 4;

/**
 * Brings the current row into sight, once for each change of it. Rows have heights of their own, which are known only
 * when they are drawn, so the place is looked for again until it rests.
 */
export function useScrollToCurrent(
  virtual: Virtualizer<HTMLDivElement, Element>,
  scroller: HTMLDivElement | null,
  at: number,
  key: string | null | undefined,
): void {
  const shown = useRef<string | null | undefined>(null);
  useEffect(() => {
    if (scroller === null || at < 0 || shown.current === key) return;
    let frames = 0;
    let calm = 0;
    let frame = 0;
    const look = (): void => {
      const slot = scroller.querySelector(`[data-index="${at}"]`);
      const before = scroller.scrollTop;
      if (slot === null) virtual.scrollToIndex(at, { align: 'auto' });
      else slot.scrollIntoView({ block: 'nearest' });
      calm = slot !== null && Math.abs(scroller.scrollTop - before) < 1 ? calm + 1 : 0;
      frames += 1;
      if (calm >= CALM_FRAMES || frames >= MOST_FRAMES) shown.current = key;
      else frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [virtual, scroller, at, key]);
}
