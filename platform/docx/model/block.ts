import type { Chart } from './chart.ts';
import type { Inline } from './inline.ts';
import type { Table } from './table.ts';

/** What the body of a document is made of, from top to bottom. */
export type Block = Heading | Paragraph | Table | Chart | PageBreak;

/** A heading of level 1 to 4; its number (一、（一）1.（1）) is set by `numberHeadings`, not written in the text. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
  /** Text that goes on in the same paragraph, as bulletins do below level 1. */
  readonly body?: Inline;
  /** False: stands without a number and is not counted. */
  readonly numbered?: boolean;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Inline;
  /** `body`: first line set in by two characters, both edges even. */
  readonly align?: 'body' | 'left' | 'centre' | 'right';
}

/** What follows begins on a new page: an annex. */
export interface PageBreak {
  readonly kind: 'page-break';
}
