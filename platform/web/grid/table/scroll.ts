import type { Sheet } from '../sheet.ts';
import type { Layout } from './grid-columns.ts';

/** Scrolls the box so far that the cell that the person is led to is in sight, beside the title and below the headings. */
export function scrollTarget(box: HTMLElement, sheet: Sheet, layout: Layout, headHeight: number): void {
  const { row, column } = sheet.inSight;
  const top = row * layout.rowHeight;
  const room = box.clientHeight - headHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + layout.rowHeight > box.scrollTop + room) box.scrollTop = top + layout.rowHeight - room;
  const drawn = layout.drawn.find((each) => each.kind === 'column' && each.at === column);
  if (drawn === undefined) return;
  const wide = box.clientWidth - layout.titleWidth;
  if (drawn.left < box.scrollLeft) box.scrollLeft = drawn.left;
  else if (drawn.left + drawn.width > box.scrollLeft + wide)
    box.scrollLeft = Math.min(drawn.left, drawn.left + drawn.width - wide);
}
