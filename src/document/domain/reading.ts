import type { Span } from '../../kernel/index.ts';
import { buildOutline, type Section, walk } from './outline/outline.ts';
import { type MendedText, type Paragraph, toSource } from './text/mend.ts';
import { quotedSpans, type Sentence, splitSentences } from './text/sentences.ts';

/** One document of the file, ready to be read: its paragraphs, their headings and their sentences. */
export interface Reading {
  readonly mended: MendedText;
  /** Folded text of the whole file; all offsets here are into it. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly root: Section;
  /** Heading that each paragraph stands under (itself for a heading paragraph). */
  readonly sectionOf: readonly Section[];
  readonly sentences: readonly (readonly Sentence[])[];
  readonly profile: Profile;
}

/** What the heading of the document says that the reading of its sentences needs. */
export interface Profile {
  readonly title: string;
  readonly issueYear: number | null;
  /** The year of a one-year plan (“2025年工作要点”), else null. */
  readonly planYear: number | null;
  /** First year of the plan period, to tell targets from background. */
  readonly firstYear: number | null;
  readonly kind: 'plan' | 'rule' | 'news';
}

/** Prepares the paragraphs of one document. */
export function prepare(mended: MendedText, paragraphs: readonly Paragraph[], profile: Profile): Reading {
  const root = buildOutline(mended.text, paragraphs);
  const sectionOf: Section[] = new Array(paragraphs.length).fill(root);
  for (const section of walk(root)) {
    if (section.head >= 0) sectionOf[section.head] = section;
    for (const i of section.body) sectionOf[i] = section;
  }
  const sentences = paragraphs.map((p) => splitSentences(mended.text, p.start, p.end));
  return { mended, text: mended.text, paragraphs, root, sectionOf, sentences, profile };
}

/** The words of a stretch as written, for people. */
export const wordsOf = (r: Reading, span: Span): string => r.mended.raw.slice(span.start, span.end);

/** The stretch in the source file. */
export const placeOf = (r: Reading, span: Span): Span => toSource(r.mended, span);

/** Quoted stretches of a paragraph, in which numbers are names. */
export const quotesOf = (r: Reading, p: Paragraph): Span[] => quotedSpans(r.text, p.start, p.end);
