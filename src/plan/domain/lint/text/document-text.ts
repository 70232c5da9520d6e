import {
  type DocumentExtraction,
  type MendedText,
  mend,
  type SourceText,
  splitSentences,
  toSource,
} from '../../../../document/index.ts';
import type { Span } from '../../../../kernel/index.ts';

/** A sentence of a paragraph, with the stretches between its commas. Offsets are into `DocumentText.text`. */
export interface TextSentence extends Span {
  readonly paragraph: number;
  readonly segments: readonly Span[];
}

/** One document as its author wrote it: lines joined, blanks and page furniture gone, digits and marks folded. */
export interface DocumentText {
  /** Folded text of the whole file; the paragraphs are those of this document. */
  readonly text: string;
  /** Same length, characters as written. */
  readonly raw: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly TextSentence[];
  /** From a stretch of `text` to its place in the source. */
  place(span: Span): Span;
  /** From an offset in the source to the offset in `text` at or behind it. */
  at(sourceOffset: number): number;
  /** Index of the sentence at an offset of `text`, or -1. */
  sentenceAt(offset: number): number;
}

/** Files are mended once, however many documents they hold. */
const mendedFiles = new WeakMap<SourceText, MendedText>();

function mended(source: SourceText): MendedText {
  const known = mendedFiles.get(source);
  if (known) return known;
  const fresh = mend(source);
  mendedFiles.set(source, fresh);
  return fresh;
}

/** Reads the text of one document of the file. */
export function readDocumentText(source: SourceText, document: DocumentExtraction): DocumentText {
  const file = mended(source);
  const paragraphs = file.paragraphs
    .filter((p) => {
      const { start, end } = toSource(file, p);
      return start >= document.start && end <= document.end;
    })
    .map(({ start, end }) => ({ start, end }));
  const sentences = paragraphs.flatMap((p, paragraph) =>
    splitSentences(file.text, p.start, p.end).map((s) => ({ ...s, paragraph })),
  );
  return {
    text: file.text,
    raw: file.raw,
    paragraphs,
    sentences,
    place: (span) => toSource(file, span),
    at: (offset) => firstNotBefore(file.at, offset),
    sentenceAt: (offset) => sentenceAt(sentences, offset),
  };
}

function firstNotBefore(at: Int32Array, offset: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (at[mid]! < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}

function sentenceAt(sentences: readonly TextSentence[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const s = sentences[mid]!;
    if (offset < s.start) high = mid - 1;
    else if (offset >= s.end) low = mid + 1;
    else return mid;
  }
  return -1;
}
