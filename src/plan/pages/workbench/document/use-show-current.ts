import { type RefObject, useEffect } from 'react';
import { useNarrow } from '../../../../../platform/web/layout/use-narrow.ts';
import type { VersionIndex } from '../view/index-version.ts';
import type { View } from '../view/view-state.ts';
import type { Mark } from './marks.ts';

/** Marks what is looked at, and scrolls to it when it was chosen on the other side. */
export function useShowCurrent(
  box: RefObject<HTMLElement | null>,
  { current, side, wide }: View,
  marks: ReadonlyMap<string, Mark>,
  index: VersionIndex,
): void {
  const narrow = useNarrow();
  const hidden = narrow ? side !== 'document' : wide;
  useEffect(() => {
    const pane = box.current;
    if (pane === null || current === null || hidden) return;
    const found = [...pane.querySelectorAll(`[data-id="${CSS.escape(current.id)}"]`)];
    for (const element of found) element.setAttribute('data-current', '');
    const place = marks.get(current.id) ?? index.itemById.get(current.id)?.content ?? index.findingById.get(current.id);
    if (current.from === 'structure') {
      const target = found[0] ?? (place && blockAt(pane, place.start));
      target?.scrollIntoView({ block: 'center' });
    }
    return () => {
      for (const element of found) element.removeAttribute('data-current');
    };
  }, [box, current, marks, index, hidden]);
}

/** The paragraph that holds a place, for what leaves no mark. */
function blockAt(pane: HTMLElement, place: number): Element | undefined {
  return [...pane.querySelectorAll('[data-block]')].findLast(
    (block) => Number(block.getAttribute('data-block')) <= place,
  );
}
