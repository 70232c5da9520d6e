import type { Span } from '../../../../kernel/index.ts';

/** The stretches of text inside a box, in order; `data-at` is where each begins in the file. */
const stretchesIn = (box: Element): HTMLElement[] => [...box.querySelectorAll<HTMLElement>('[data-at]')];
const startOf = (stretch: HTMLElement): number => Number(stretch.dataset.at);
const endOf = (stretch: HTMLElement): number => startOf(stretch) + (stretch.textContent?.length ?? 0);

/** The place in the text that a selection on the screen covers; null when it covers none of it. */
export function placeOf(range: Range, box: Element): Span | null {
  const root = range.commonAncestorContainer;
  const inside = root instanceof Element ? root : root.parentElement;
  if (inside === null || !box.contains(inside)) return null;
  const own = inside.closest<HTMLElement>('[data-at]');
  const touched = (own ? [own] : stretchesIn(inside)).filter((stretch) => range.intersectsNode(stretch));
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return null;
  const start = first.contains(range.startContainer) ? startOf(first) + range.startOffset : startOf(first);
  const end = last.contains(range.endContainer) ? startOf(last) + range.endOffset : endOf(last);
  return end > start ? { start, end } : null;
}

/** Selects a place on the screen and brings it into sight. */
export function selectPlace(box: Element, place: Span): void {
  const stretches = stretchesIn(box);
  const first = stretches.find((stretch) => endOf(stretch) > place.start);
  const last = stretches.findLast((stretch) => startOf(stretch) < place.end);
  const [from, to] = [first?.firstChild, last?.firstChild];
  if (!first || !last || !from || !to) return;
  getSelection()?.setBaseAndExtent(
    from,
    Math.max(0, place.start - startOf(first)),
    to,
    Math.min(place.end, endOf(last)) - startOf(last),
  );
  last.scrollIntoView({ block: 'nearest' });
}
