import type { OutlineNode } from '../../../../document/index.ts';
import type { Span } from '../../../../kernel/index.ts';

/** The text of one document with what the pages know of it. */
export interface Printed {
  /** The text from `start` on; every place counts from the file's beginning. */
  readonly text: string;
  readonly start: number;
  readonly format: string;
  readonly pageStarts: readonly number[];
  readonly outline: readonly OutlineNode[];
  readonly title: string | null;
  readonly docNumber: string | null;
  readonly issuer: string | null;
}

export const wordsOf = ({ start, end }: Span, printed: Printed): string =>
  printed.text.slice(start - printed.start, end - printed.start);
