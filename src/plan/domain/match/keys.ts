import { canonicalJson } from '../equal.ts';
import type { ItemContent, ItemKind } from '../model.ts';
import { normal } from './normal.ts';

/** An item as the matching sees it. */
export interface Matchable {
  readonly kind: ItemKind;
  readonly content: ItemContent;
}

/**
 * Where it was read, how surely, and whether the document says it twice are no part of what an item says; the targets of
 * a table follow from its cells.
 */
const accidental: ReadonlySet<string> = new Set(['start', 'end', 'confidence', 'rejected', 'repeat', 'targets']);

/** What an item says, without its place in the file: equal for equal items of two editions. */
export function saying(content: ItemContent): Readonly<Record<string, unknown>> {
  const fields = Object.entries(content).filter(([name]) => !accidental.has(name));
  const said = Object.fromEntries(fields.map(([name, value]) => [name, name === 'text' ? normal(value) : value]));
  return 'rows' in content ? { ...said, rows: content.rows.map(cellsOf) } : said;
}

const cellsOf = (row: { headings: readonly string[]; cells: readonly { text: string }[] }) => ({
  headings: row.headings,
  cells: row.cells.map((cell) => normal(cell.text)),
});

/** The whole saying as one text. */
export const exactKey = ({ kind, content }: Matchable): string => `${kind} ${canonicalJson(saying(content))}`;

/** The same without the headings above it: an item that only moved to another section keeps it. */
export const movableKey = ({ kind, content }: Matchable): string => {
  const { path: _path, no: _no, ...rest } = saying(content);
  return `${kind} ${canonicalJson(rest)}`;
};

/** What an item is about, whatever its figures: two items of two editions with the same name are one that changed. */
export function nameKey({ kind, content }: Matchable): string | null {
  const name = nameOf(content);
  return name === '' ? null : `${kind} ${name}`;
}

function nameOf(content: ItemContent): string {
  if ('op' in content) return [normal(content.name), content.year, normal(content.scope), content.mode].join('|');
  if ('units' in content) return normal(content.title);
  if ('rows' in content) return normal(content.title);
  return content.subject === null ? '' : [content.subject, content.condition, content.payer].map(normal).join('|');
}

/** The words by which two wordings of an item are compared. */
export function wordsOf(content: ItemContent): string {
  if ('rows' in content)
    return [content.title, ...content.columns.flat(), ...content.rows.flatMap((row) => row.headings)].join(' ');
  return 'units' in content ? `${content.title ?? ''} ${content.text}` : content.text;
}
