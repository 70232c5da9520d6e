/** What came of sending something to a machine that is not ours. */
export type Outcome =
  | { readonly sent: true; readonly answer: string }
  | {
      readonly sent: false;
      /**
       * again: it certainly did not arrive and may do so later; never: it was refused for good; unknown: its last bytes
       * were let go and no answer came, so that it may have arrived.
       */
      readonly next: 'again' | 'never' | 'unknown';
      /** Code of the sentence for people (platform/messages/notice.ts). */
      readonly code: string;
      /** What the other side said, shortened; null when it said nothing. */
      readonly answer: string | null;
    };

/**
 * Is awaited when everything is ready and only the end is to be let go. Until it is settled the other side cannot take
 * the message as complete; when it rejects, it never will.
 */
export type LetGo = () => Promise<void>;

/** For a trial that nobody keeps account of. */
export const atOnce: LetGo = async () => undefined;

/** The first line of an answer, of a length that a page can show. */
export const shortAnswer = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
