import type { Span } from '../../../../kernel/index.ts';

/** The sentences of a text, for selecting by keyboard: up to 。；！？ or the end of the line. */
export function sentencesOf(text: string, start: number): Span[] {
  const sentences: Span[] = [];
  for (const match of text.matchAll(/[^。；！？\n\t]+[。；！？]?/g)) {
    const blank = /^[\s　]*/.exec(match[0])?.[0].length ?? 0;
    const from = start + match.index + blank;
    const to = start + match.index + match[0].trimEnd().length;
    if (to > from) sentences.push({ start: from, end: to });
  }
  return sentences;
}

/** The sentence before or after a place; the first or last one beyond the ends. */
export function neighbour(sentences: readonly Span[], from: Span | null, step: 1 | -1): Span | undefined {
  if (from === null) return step > 0 ? sentences[0] : sentences.at(-1);
  if (step > 0) return sentences.find((sentence) => sentence.start >= from.end) ?? sentences.at(-1);
  return sentences.findLast((sentence) => sentence.end <= from.start) ?? sentences[0];
}
