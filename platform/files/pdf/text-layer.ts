import { refuseFile } from '../refusals.ts';
import { plausibility } from '../text/plausibility.ts';
import type { PageLines } from './furniture.ts';
import type { PageTable } from './page-table.ts';
import { lineText, type TextLine } from './text-lines.ts';

/** A page with fewer characters than this has no text of its own; scanners and portals stamp a few words. */
const FEWEST_CHARACTERS = 10;
/** Share of characters without meaning above which the text layer is of no use. */
const GARBAGE = 0.3;
/** Text of fonts without a map to characters comes out as rare characters at random, where ordinary ones make most of a
 * document. Told on no less than a few lines. */
const READABLE = 0.35;
const ENOUGH = 100;
const SAMPLE = 20_000;

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
  let sample = '';
  lines.forEach((page, at) => {
    const own = page.lines.filter((line) => !furniture.has(line)).map(lineText);
    const cells = pages[at]!.tables.flatMap((table) => table.rows.flat().map((cell) => cell.text));
    const text = [...own, ...cells].join('').replace(/\s+/g, '');
    if (text.length < FEWEST_CHARACTERS) without += 1;
    letters += text.length;
    if (sample.length < SAMPLE) sample += text;
    garbage += text.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  });
  if (without * 2 > lines.length && isPictured) refuseFile('scanned-pdf', without, lines.length);
  if (letters === 0) refuseFile('empty');
  const isGibberish = sample.length >= ENOUGH && plausibility(sample) < READABLE;
  if (garbage > letters * GARBAGE || isGibberish) refuseFile('unreadable-text', garbage, letters);
}
