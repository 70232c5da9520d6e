import type { Span } from '../../../kernel/index.ts';

/** A stretch up to 。！？ and the stretches between commas inside it. */
export interface Sentence extends Span {
  readonly segments: readonly Span[];
}

/**
 * No sentence of an official document is longer. The cut keeps the work proportional to the length of the text when
 * somebody sends a hundred thousand characters without a stop.
 */
const LONGEST_SENTENCE = 3000;
const LONGEST_SEGMENT = 800;

const OPEN = '（〔《“‘「『';
const CLOSE = '）〕》”’」』';

/**
 * Cuts a paragraph into sentences and segments. Stops inside brackets and quotation marks do not cut; an unclosed
 * bracket is given up at the end of the paragraph.
 */
export function splitSentences(text: string, from: number, to: number): Sentence[] {
  const depths = bracketDepths(text, from, to);
  const sentences: Sentence[] = [];
  let segments: Span[] = [];
  let start = from;
  let segment = from;
  const closeSegment = (end: number): void => {
    if (end > segment) segments.push({ start: segment, end });
    segment = end;
  };
  for (let i = from; i < to; i++) {
    if (i - segment >= LONGEST_SEGMENT) closeSegment(i);
    if (i - start >= LONGEST_SENTENCE) {
      closeSegment(i);
      sentences.push({ start, end: i, segments });
      segments = [];
      start = i;
    }
    if (depths[i - from]! > 0) continue;
    const c = text[i]!;
    if (c === '，' || c === '；' || c === '：') closeSegment(i + 1);
    else if (c === '。' || c === '！' || c === '？') {
      closeSegment(i + 1);
      sentences.push({ start, end: i + 1, segments });
      segments = [];
      start = i + 1;
    }
  }
  closeSegment(to);
  if (to > start) sentences.push({ start, end: to, segments });
  return sentences;
}

/** Bracket depth at each character; brackets that never close count as open text. */
function bracketDepths(text: string, from: number, to: number): Uint8Array {
  const depth = new Uint8Array(to - from);
  const stack: number[] = [];
  for (let i = from; i < to; i++) {
    const c = text[i]!;
    if (OPEN.includes(c)) stack.push(i);
    else if (CLOSE.includes(c) && stack.length > 0) {
      const open = stack.pop()!;
      if (stack.length === 0) for (let k = open; k <= i; k++) depth[k - from] = 1;
    }
  }
  return depth;
}

/** The spans of quoted words and titles, in which numbers are names: “16条”, 《…（2023-2026年）》. */
export function quotedSpans(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (const m of text
    .slice(from, to)
    .matchAll(/《[^《》]{1,120}(?:《[^《》]{0,120}》[^《》]{0,60})?》|“[^“”]{1,200}”|‘[^‘’]{1,40}’/g)) {
    spans.push({ start: from + m.index, end: from + m.index + m[0].length });
  }
  return spans;
}
