import { AlignmentType, type IParagraphOptions, Paragraph, TextRun } from 'docx';
import type { Fonts } from '../model/document.ts';
import { type Inline, runsOf } from '../model/inline.ts';
import { CHARACTER, LINE, SIZE } from './geometry.ts';

/** Controls, lone halves of characters and the two that XML forbids would make a file that Word must repair. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
export const cleanText = (text: string): string =>
  text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\t', ' ').replace(FORBIDDEN, '');

/** One typeface for Chinese and Western letters alike, or quotation marks and digits would come from another. */
export const typeface = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' });

const lightColours = { red: 'C00000', yellow: 'B45F06', blue: '1F4E9E', green: '2E7D32' } as const;

export interface Dress {
  readonly font: string;
  /** In half points. */
  readonly size: number;
  readonly colour?: string;
  readonly strong?: boolean;
}

/** The runs of a text in one dress; a line break within it becomes a break. */
export function textRuns(text: Inline, { font, size, colour, strong }: Dress): TextRun[] {
  return runsOf(text).flatMap((run) => {
    const properties = {
      font: typeface(font),
      size,
      ...((run.strong ?? strong) ? { bold: true } : {}),
      ...(run.light === undefined
        ? colour === undefined
          ? {}
          : { color: colour }
        : { color: lightColours[run.light] }),
    };
    return cleanText(run.text)
      .split('\n')
      .map((line, at) => new TextRun({ ...properties, text: line, ...(at === 0 ? {} : { break: 1 }) }));
  });
}

/** Every line of the text takes one line of the grid, also where a typeface is missing and a taller one stands in. */
export const onGrid = { spacing: { before: 0, after: 0, line: LINE, lineRule: 'exact' }, widowControl: false } as const;

/** Lines of a height of their own, in twips, for `OffGridParagraph`. */
export const lineHeight = (line: number) => ({ spacing: { before: 0, after: 0, line, lineRule: 'exact' } }) as const;

/** Indent by whole characters; Word reads the characters, other programs the twips. */
export const firstLine = (characters: number) => ({
  firstLine: Math.round(CHARACTER * characters),
  firstLineChars: characters * 100,
});

/** A paragraph of the body: first line set in by two characters, both edges even. */
export const bodyParagraph = (text: Inline, fonts: Fonts, more: Partial<IParagraphOptions> = {}): Paragraph =>
  new Paragraph({
    ...onGrid,
    alignment: AlignmentType.BOTH,
    indent: firstLine(2),
    ...more,
    children: textRuns(text, { font: fonts.body, size: SIZE.body }),
  });

export const emptyLine = (fonts: Fonts): Paragraph =>
  new Paragraph({ ...onGrid, run: { font: typeface(fonts.body), size: SIZE.body } });
