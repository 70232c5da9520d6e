import type { OutlineNode } from '../../../../document/index.ts';
import type { Span } from '../../../../kernel/index.ts';
import { type Printed, wordsOf } from './printed.ts';

/** The lines of a printed text with what is known of them before they become paragraphs. */
export interface Lines {
  readonly lines: readonly Span[];
  /** By the start of the line that begins a page: the number of the page in the file. */
  readonly pages: ReadonlyMap<number, number>;
  /** By their start. */
  readonly headings: ReadonlyMap<number, OutlineNode>;
  /** From this length on a line runs to the margin and its paragraph may go on in the next. */
  readonly full: number;
}

export function readLines(printed: Printed): Lines {
  const lines = linesOf(printed);
  return {
    lines,
    pages: pagesOf(lines, printed),
    headings: headingsOf(printed.outline),
    full: printed.format === 'pdf' ? fullLine(lines) : Number.POSITIVE_INFINITY,
  };
}

function linesOf({ text, start }: Printed): Span[] {
  const lines: Span[] = [];
  for (let from = 0; from <= text.length; ) {
    const found = text.indexOf('\n', from);
    const to = found < 0 ? text.length : found;
    if (text.slice(from, to).trim() !== '') lines.push({ start: start + from, end: start + to });
    from = to + 1;
  }
  return lines;
}

function pagesOf(lines: readonly Span[], { pageStarts, start }: Printed): ReadonlyMap<number, number> {
  const pages = new Map<number, number>();
  let at = 0;
  pageStarts.forEach((page, number) => {
    while (at < lines.length && lines[at]!.start < page) at += 1;
    if (page > start && at < lines.length) pages.set(lines[at]!.start, number + 1);
  });
  return pages;
}

function headingsOf(outline: readonly OutlineNode[]): ReadonlyMap<number, OutlineNode> {
  const found = new Map<number, OutlineNode>();
  const visit = (nodes: readonly OutlineNode[]): void => {
    for (const node of nodes) {
      found.set(node.start, node);
      visit(node.children);
    }
  };
  visit(outline);
  return found;
}

/** Most long lines of a PDF run to its margin; the very longest may be a title or a table. */
function fullLine(lines: readonly Span[]): number {
  const lengths = lines.map(({ start, end }) => end - start).sort((a, b) => a - b);
  return Math.max(12, (lengths[Math.floor(lengths.length * 0.9)] ?? 0) * 0.85);
}

export const PAGE_MARK = /^\s*[—–-]\s*\d{1,4}\s*[—–-]\s*$/;

/** The heading that begins in a line: a label may stand behind blanks. */
export function headingAt(line: Span, { headings }: Lines, printed: Printed): OutlineNode | undefined {
  const indent = /^[\s#]*/.exec(wordsOf(line, printed))?.[0].length ?? 0;
  return headings.get(line.start + indent) ?? headings.get(line.start);
}

/** True when the paragraph of a line goes on in the next one. */
export function runsOn(line: Span, next: Span, reading: Lines, printed: Printed): boolean {
  if (line.end - line.start < reading.full || reading.pages.has(next.start)) return false;
  const following = wordsOf(next, printed);
  return !/^[\s　]/.test(following) && !PAGE_MARK.test(following) && headingAt(next, reading, printed) === undefined;
}
