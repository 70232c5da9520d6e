import { flushSync } from 'react-dom';

/** Sheets that the map is printed on, across. */
export const papers = ['A3', 'A4'] as const;
export type Paper = (typeof papers)[number];

/** What is left of a sheet within its margins, in pixels of the screen. */
const room: Readonly<Record<Paper, readonly [width: number, height: number]>> = { A3: [1527, 907], A4: [1062, 604] };

/** How large the map comes out on a sheet. */
export const scaleOn = (paper: Paper, { width, height }: { readonly width: number; readonly height: number }): number =>
  Math.min(room[paper][0] / width, room[paper][1] / height);

/** Prints the map alone on one sheet; `draw` draws it for paper, and again for the screen when the window of the printer has closed. */
export function printMap(paper: Paper, draw: (paper: Paper | null) => void): void {
  const rule = document.createElement('style');
  rule.textContent = `@page { size: ${paper} landscape; margin: 8mm; }`;
  document.head.append(rule);
  document.documentElement.dataset.chainSheet = paper;
  const after = (): void => {
    rule.remove();
    delete document.documentElement.dataset.chainSheet;
    window.removeEventListener('afterprint', after);
    draw(null);
  };
  window.addEventListener('afterprint', after);
  // The printer takes what is on the page when it is called.
  flushSync(() => draw(paper));
  window.print();
}
