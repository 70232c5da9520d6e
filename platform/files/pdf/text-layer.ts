import { refuseFile } from '../refusals.ts';
import type { PageLines } from './furniture.ts';
import type { PageTable } from './page-table.ts';
import { lineText, type TextLine } from './text-lines.ts';

/** A page with fewer characters than this has no text of its own; scanners and portals stamp a few words. */
const FEWEST_CHARACTERS = 10;
/** Share of characters without meaning above which the text layer is of no use. */
const GARBAGE = 0.3;

/**
 * Refuses a PDF that has no text on more than half of its pages (`scanned-pdf`, given those pages, limit all pages; or
 * `empty` when there are no images either), and one whose characters are mostly codes of a font (`unreadable-text`).
 */
export function refuseScan(
  pages: readonly { readonly tables: readonly PageTable[] }[],
  lines: readonly PageLines[],
  furniture: ReadonlySet<TextLine>,
  isPictured: boolean,
): void {
  let without = 0;
  let letters = 0;
  let garbage = 0;
  lines.forEach((page, at) => {
    const own = page.lines.filter((line) => !furniture.has(line)).map(lineText);
    const cells = pages[at]!.tables.flatMap((table) => table.rows.flat().map((cell) => cell.text));
    const text = [...own, ...cells].join('').replace(/\s+/g, '');
    if (text.length < FEWEST_CHARACTERS) without += 1;
    letters += text.length;
    garbage += text.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  });
  if (without * 2 > lines.length && isPictured) refuseFile('scanned-pdf', without, lines.length);
  if (letters === 0) refuseFile('empty');
  if (garbage > letters * GARBAGE) refuseFile('unreadable-text', garbage, letters);
}
