import { lineText, type TextLine } from './text-lines.ts';

/** What furniture is looked for in: the lines of a page outside its tables. */
export interface PageLines {
  readonly lines: readonly TextLine[];
  readonly height: number;
}

/** Running headers and page numbers stand in the outermost part of a page and among its outermost lines. */
const MARGIN = 0.13;
const OUTERMOST = 2;
const SAME_PLACE = 5;

const DASHES = '[-—–－―─·•.~\\s]*';
/** A page number by itself, its dashes or words captured: they tell it even on a single page. */
const pageNumber = new RegExp(
  `^(${DASHES})(第?)\\s*(?:\\d{1,4}|[ivxlc]{1,6})\\s*(页?)\\s*(?:[,，]?\\s*[/／共]\\s*共?\\s*\\d{1,4}\\s*页?)?(${DASHES})$`,
  'i',
);

interface Candidate {
  readonly page: number;
  readonly line: TextLine;
  /** The text with figures made equal, so that page numbers do not tell pages apart. */
  readonly pattern: string;
  readonly isNumber: boolean;
  readonly isMarked: boolean;
}

/**
 * Finds running headers, running footers and page numbers: what repeats on another page in the same place near the
 * edge, and a page number with dashes or words around it even if there is but one page.
 */
export function findFurniture(pages: readonly PageLines[]): Set<TextLine> {
  const candidates = pages.flatMap((page, at) => candidatesOf(page, at));
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates)
    groups.set(candidate.pattern, [...(groups.get(candidate.pattern) ?? []), candidate]);
  const found = new Set<TextLine>();
  for (const group of groups.values()) {
    for (const each of group) {
      if (each.isMarked || repeats(each, group)) found.add(each.line);
    }
  }
  return found;
}

/** Page numbers may stand left on one page and right on the next; so only their height counts, as for all furniture. */
const repeats = (one: Candidate, group: readonly Candidate[]): boolean =>
  group.some((other) => other.page !== one.page && Math.abs(other.line.y - one.line.y) <= SAME_PLACE);

function candidatesOf({ lines, height }: PageLines, page: number): Candidate[] {
  const top = lines.slice(0, OUTERMOST).filter((line) => line.y < height * MARGIN);
  const bottom = lines.slice(-OUTERMOST).filter((line) => line.y > height * (1 - MARGIN) && !top.includes(line));
  return [...top, ...bottom].map((line) => {
    const text = lineText(line);
    const match = pageNumber.exec(text);
    const isMarked =
      match !== null &&
      ((/[^\s.]/.test(match[1]!) && /[^\s.]/.test(match[4]!)) || (match[2] !== '' && match[3] !== ''));
    const pattern = text.replace(/\s+/g, '').replace(/\d+/g, '#');
    return { page, line, pattern: match === null ? pattern : 'page number', isNumber: match !== null, isMarked };
  });
}
