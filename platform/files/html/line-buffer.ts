import { cleanText } from '../print/clean.ts';

const CJK = '\\u2e80-\\u303f\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uff60';
const breakInChinese = new RegExp(`(?<=[${CJK}])[ \\t]*\\n[ \\t\\n]*(?=[${CJK}])`, 'g');

/** The line that is being gathered from the pieces of text of a page. */
export class LineBuffer {
  #pieces: string[] = [];

  add(text: string): void {
    this.#pieces.push(text);
  }

  /** True when nothing printable has been gathered. */
  get isBlank(): boolean {
    return this.#pieces.every((piece) => piece.trim() === '');
  }

  /**
   * Gives the line as a browser shows it and begins a new one: white space of the source is one blank, or none where
   * the source only breaks its own line between two Chinese characters; hard blanks count as blanks.
   */
  take(): string {
    const raw = this.#pieces.join('');
    this.#pieces = [];
    return cleanText(raw.replace(/\r\n?|\f/g, '\n'))
      .replace(breakInChinese, '')
      .replace(/[ \t\n]+/g, ' ')
      .replace(/\u00a0/g, ' ')
      .replace(/^[ ]+|[ \u3000]+$/g, '');
  }
}
