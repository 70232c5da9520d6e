/**
 * What a command may do to the outside: standard output for results, standard error for everything said to the person
 * at the keyboard. The process's own is in process.ts; tests hand in one that remembers.
 */
export interface Terminal {
  /** Writes to standard output and waits until it is taken, so that nothing is cut on a pipe. */
  write(content: string | Uint8Array): Promise<void>;
  /** One line to standard error. */
  note(line: string): Promise<void>;
  /** Replaces the progress line; nothing happens unless standard error is a terminal. An empty text clears it. */
  progress(text: string): void;
  /** Styles for standard output; all the identity when output is piped or NO_COLOR is set. */
  readonly style: Style;
  /** Columns of the terminal; null on a pipe, where tables are tab-separated and complete. */
  readonly columns: number | null;
}

export type Paint = (text: string) => string;
export interface Style {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly blue: Paint;
}

const plain: Paint = (text) => text;
export const plainStyle: Style = {
  strong: plain,
  faint: plain,
  red: plain,
  yellow: plain,
  green: plain,
  blue: plain,
};

const sgr =
  (on: number, off: number): Paint =>
  (text) =>
    `\u001b[${on}m${text}\u001b[${off}m`;
export const colorStyle: Style = {
  strong: sgr(1, 22),
  faint: sgr(2, 22),
  red: sgr(31, 39),
  yellow: sgr(33, 39),
  green: sgr(32, 39),
  blue: sgr(36, 39),
};
