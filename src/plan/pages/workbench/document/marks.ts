import type { Span } from '../../../../kernel/index.ts';
import type { Severity } from '../../../domain/lint/model.ts';
import type { ItemKind, PlanFinding, PlanItem } from '../../../domain/model.ts';
import type { Block } from './blocks.ts';

/** A place of the text that an item or a finding speaks of. */
export interface Mark extends Span {
  /** Of the item or finding. */
  readonly id: string;
  readonly kind: ItemKind | 'finding';
  /** Nobody has looked at the item yet. */
  readonly open: boolean;
  readonly severity: Severity | null;
}

/** A stretch of text that the same marks cover, the longest mark first. */
export interface Segment extends Span {
  readonly marks: readonly Mark[];
}

/** The marks of all items that count and of all findings that nobody has dismissed, in the order of the text. */
export function marksOf(items: readonly PlanItem[], findings: readonly PlanFinding[]): Mark[] {
  const ofItems = items
    .filter((item) => item.review !== 'rejected')
    .map(({ id, kind, review, content: { start, end } }): Mark => {
      return { id, kind, start, end, open: review === 'unreviewed', severity: null };
    });
  const ofFindings = findings
    .filter((finding) => finding.dismissed === null)
    .map(({ id, severity, start, end }): Mark => ({ id, kind: 'finding', start, end, open: true, severity }));
  return [...ofItems, ...ofFindings]
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** For each block the marks that touch it. */
export function marksByBlock(blocks: readonly Block[], marks: readonly Mark[]): Mark[][] {
  const found = blocks.map((): Mark[] => []);
  for (const mark of marks) {
    for (let at = firstEndingAfter(blocks, mark.start); at < blocks.length && blocks[at]!.start < mark.end; at += 1)
      found[at]!.push(mark);
  }
  return found;
}

/** Index of the first block that ends after a place. */
function firstEndingAfter(blocks: readonly Block[], place: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Cuts a line where marks begin or end. */
export function segmentsOf(line: Span, marks: readonly Mark[]): Segment[] {
  const touching = marks.filter((mark) => mark.start < line.end && mark.end > line.start);
  const cuts = new Set([line.start, line.end]);
  for (const { start, end } of touching) {
    if (start > line.start) cuts.add(start);
    if (end < line.end) cuts.add(end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1]!;
    const covering = touching.filter((mark) => mark.start <= start && mark.end >= end);
    return { start, end, marks: covering.sort(outermostFirst) };
  });
}

const outermostFirst = (a: Mark, b: Mark): number => b.end - b.start - (a.end - a.start) || a.start - b.start;

/** The mark that a click means: the shortest; clicked again, the next longer one, and round. */
export function pickMark(marks: readonly Mark[], current: string | null): Mark | undefined {
  const inwards = [...marks].sort((a, b) => a.end - a.start - (b.end - b.start));
  const at = inwards.findIndex((mark) => mark.id === current);
  return inwards[(at + 1) % Math.max(1, inwards.length)];
}
