import type { OutlineNode } from '../../../document/index.ts';
import { contains, ok, type Refusal, type Result, refuse, type Span } from '../../../kernel/index.ts';

/** The document that a draft is about, as far as a place in it must be judged: offsets count from the file's start. */
export interface Page extends Span {
  /** The document's own stretch of the file's text. */
  readonly text: string;
  readonly outline: readonly OutlineNode[];
}

/** The words at a place of the document. */
export const wordsAt = (page: Page, { start, end }: Span): string =>
  page.text.slice(start - page.start, end - page.start);

/** Gives the place when it lies in the document and holds at least one visible character; else refuses it. */
export function checkPlace(page: Page, place: Span): Result<Span> {
  const refusals: Refusal[] = [];
  const limit = `${page.start}—${page.end}`;
  if (!contains(page, place))
    refusals.push({ code: 'place-outside-document', field: 'start', given: place.start, limit });
  else if (place.end <= place.start) refusals.push({ code: 'place-empty', field: 'end', given: place.end });
  else if (wordsAt(page, place).trim() === '')
    refusals.push({ code: 'place-empty', field: 'start', given: place.start });
  return refusals.length === 0 ? ok(place) : refuse(...refusals);
}

/** The headings above a place from the outside in, as the extraction prints them. */
export function pathAt(outline: readonly OutlineNode[], place: Span): string[] {
  const node = outline.find((candidate) => candidate.start <= place.start && place.start < candidate.end);
  return node === undefined ? [] : [headingOf(node), ...pathAt(node.children, place)];
}

function headingOf({ label, title }: OutlineNode): string {
  const short = title.length > 40 ? `${title.slice(0, 40)}…` : title;
  if (/^[一二三四五六七八九十百]+$/.test(label)) return `${label}、${short}`;
  if (/^\d+$/.test(label)) return `${label}.${short}`;
  if (/^[（①-⑳]/.test(label)) return `${label}${short}`;
  if (/^[第附]/.test(label)) return short === '' ? label : `${label} ${short}`;
  return label;
}
