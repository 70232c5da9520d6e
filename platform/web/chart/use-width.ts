import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** On paper and before the first measure: a picture scales from there. */
const usual = 720;
const least = 240;

/** How wide the box is in whole pixels, kept up to date, so that texts of a picture keep their size at any width. */
export function useWidth<E extends Element>(most = 960): readonly [RefObject<E | null>, number] {
  const box = useRef<E>(null);
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => {
      const wide = Math.floor(element.getBoundingClientRect().width);
      // A box that is not shown has no width; the one it had is kept.
      if (wide > 0) setWidth(Math.min(most, Math.max(least, wide)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [most]);
  return [box, width];
}
