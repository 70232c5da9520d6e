import { type PointerEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const [least, most] = [0.06, 2];
const step = 1.25;
/** Smaller than this a whole map is not read any more: it begins larger, and is scrolled. */
const readable = 0.8;

export interface Zoom {
  readonly scale: number;
  readonly box: RefObject<HTMLElement | null>;
  by(times: number): void;
  larger(): void;
  smaller(): void;
  fit(): void;
  readonly drag: { onPointerDown(event: PointerEvent): void };
}

/** The box is only as high as its drawing, but it may grow. */
const roomOf = (element: HTMLElement): number =>
  Number.parseFloat(getComputedStyle(element).maxHeight) || element.clientHeight;

const within = (scale: number): number => Math.min(most, Math.max(least, scale));

/** A drawing in a box that scrolls: larger, smaller, all of it; pulled by the pointer. What stands in the middle stays there. */
export function useZoom(width: number, height: number): Zoom {
  const box = useRef<HTMLElement>(null);
  const [scale, setScale] = useState<number | null>(null);
  const kept = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const fitting = useCallback((): number => {
    const element = box.current;
    if (element === null || width === 0 || height === 0) return 1;
    return within(Math.min(1, (element.clientWidth - 4) / width, (roomOf(element) - 4) / height));
  }, [width, height]);
  const now = scale ?? 1;
  useLayoutEffect(() => {
    setScale((before) => before ?? Math.max(fitting(), readable));
  }, [fitting]);
  const to = useCallback((next: (before: number) => number): void => {
    const element = box.current;
    if (element !== null) kept.current = middleOf(element);
    setScale((before) => within(next(before ?? 1)));
  }, []);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || kept.current === null || now === 0) return;
    element.scrollLeft = kept.current.x * element.scrollWidth - element.clientWidth / 2;
    element.scrollTop = kept.current.y * element.scrollHeight - element.clientHeight / 2;
    kept.current = null;
  }, [now]);
  useEffect(() => {
    const element = box.current;
    // Ctrl and the wheel, or two fingers on a pad: larger or smaller. The wheel alone scrolls, as everywhere.
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      to((before) => before * Math.exp(-event.deltaY / 300));
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [to]);
  return {
    ...{ scale: now, box, drag: { onPointerDown: (event) => pull(event, box.current) } },
    by: (times) => to((before) => before * times),
    larger: () => to((before) => before * step),
    smaller: () => to((before) => before / step),
    fit: () => to(fitting),
  };
}

const middleOf = (element: HTMLElement) => ({
  x: (element.scrollLeft + element.clientWidth / 2) / element.scrollWidth,
  y: (element.scrollTop + element.clientHeight / 2) / element.scrollHeight,
});

/** Follows the mouse; a finger scrolls by itself. */
function pull(start: PointerEvent, element: HTMLElement | null): void {
  if (element === null || start.pointerType !== 'mouse' || start.button !== 0) return;
  const [left, top] = [element.scrollLeft, element.scrollTop];
  const move = (event: globalThis.PointerEvent): void => {
    element.scrollLeft = left - (event.clientX - start.clientX);
    element.scrollTop = top - (event.clientY - start.clientY);
  };
  const stop = (): void => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', stop);
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', stop);
}
