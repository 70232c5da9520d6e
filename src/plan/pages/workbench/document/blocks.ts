import type { Span } from '../../../../kernel/index.ts';
import { type Lines, readLines, runsOn } from './lines.ts';
import { type Printed, wordsOf } from './printed.ts';
import { type Role, roleOf } from './roles.ts';

/** A paragraph or table of the document as it is printed. */
export type Block = ParagraphBlock | TableBlock;

interface Placed extends Span {
  /** Number of the page that begins here; null inside a page. */
  readonly page: number | null;
}
export interface ParagraphBlock extends Placed, Role {
  readonly kind: 'paragraph';
  /** The lines of one paragraph; a PDF breaks it at its margin. */
  readonly lines: readonly Span[];
}
export interface TableBlock extends Placed {
  readonly kind: 'table';
  readonly rows: readonly (readonly Span[])[];
}

/** Cuts a printed text into paragraphs and tables. Every character that is not a line break belongs to one block. */
export function blocksOf(printed: Printed): Block[] {
  const reading = readLines(printed);
  const { lines, pages } = reading;
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const first = lines[at]!;
    const table = isTableRow(first, printed);
    const own = lines.slice(at, at + (table ? tableSize(lines, at, printed) : paragraphSize(reading, at, printed)));
    const span = { start: first.start, end: own.at(-1)!.end, page: pages.get(first.start) ?? null };
    blocks.push(
      table
        ? { ...span, kind: 'table', rows: own.map((line) => cellsOf(line, printed)).filter((row) => row.length > 0) }
        : { ...span, kind: 'paragraph', lines: own, ...roleOf(own, reading, printed) },
    );
    at += own.length;
  }
  return blocks;
}

function isTableRow(line: Span, printed: Printed): boolean {
  const text = wordsOf(line, printed);
  return text.includes('\t') || (printed.format === 'md' && /^\s*\|.*\|\s*$/.test(text));
}

function tableSize(lines: readonly Span[], at: number, printed: Printed): number {
  const end = lines.findIndex((line, other) => other > at && !isTableRow(line, printed));
  return (end < 0 ? lines.length : end) - at;
}

function paragraphSize(reading: Lines, at: number, printed: Printed): number {
  let size = 1;
  for (;;) {
    const next = reading.lines[at + size];
    if (next === undefined || isTableRow(next, printed)) return size;
    if (!runsOn(reading.lines[at + size - 1]!, next, reading, printed)) return size;
    size += 1;
  }
}

/** The cells of a row as places; a Markdown rule between heading and body gives none. */
function cellsOf(line: Span, printed: Printed): Span[] {
  const text = wordsOf(line, printed);
  if (text.includes('\t')) return split(text, '\t', line.start);
  if (/^[\s|:-]+$/.test(text)) return [];
  const open = text.indexOf('|') + 1;
  return split(text.slice(open, text.lastIndexOf('|')), '|', line.start + open);
}

function split(text: string, sign: string, start: number): Span[] {
  const cells: Span[] = [];
  let from = 0;
  for (const part of text.split(sign)) {
    cells.push({ start: start + from, end: start + from + part.length });
    from += part.length + 1;
  }
  return cells;
}
