/** A stretch of text within a paragraph or cell. */
export interface Run {
  readonly text: string;
  /**
   * Which figure this is, in the words of whoever composed the document. The web version links it to its value; Word
   * shows the text alone.
   */
  readonly figure?: string;
  readonly strong?: boolean;
  /** Colour of a light; the word stands beside it, so that a black-and-white print still tells. */
  readonly light?: 'red' | 'yellow' | 'blue' | 'green';
}

/** Text of a paragraph: plain, or runs of which some are figures. A line break within it is a line break in Word. */
export type Inline = string | readonly (string | Run)[];

/** The runs of a text; a plain text is one. */
export const runsOf = (text: Inline): readonly Run[] =>
  typeof text === 'string' ? [{ text }] : text.map((each) => (typeof each === 'string' ? { text: each } : each));

/** The text without its marks. */
export const plainText = (text: Inline): string =>
  runsOf(text)
    .map((run) => run.text)
    .join('');
