import { AlignmentType, BorderStyle, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { Fonts, OfficialDocument, RedHead } from '../model/document.ts';
import { textWidth } from '../model/text-width.ts';
import { AREA, mm, SIZE, squares } from './geometry.ts';
import { OffGridParagraph } from './off-grid.ts';
import { bodyParagraph, cleanText, emptyLine, lineHeight, onGrid, textRuns, typeface } from './text.ts';

export const RED = 'FF0000';

/** What stands above the text: labels, red mark, number, title, addressee. */
export function opening(document: OfficialDocument, fonts: Fonts): Paragraph[] {
  const { head, number, title, addressee } = document;
  const labels = labelLines(document, fonts);
  return [
    ...labels,
    ...(head?.kind === 'document' ? redHead(head, number, labels.length, fonts) : []),
    ...(head?.kind === 'letter' ? letterNumber(number, fonts) : []),
    ...titleLines(title).map((line) => titleParagraph(line, fonts)),
    ...(head === undefined && number !== undefined ? [centred(number, fonts)] : []),
    emptyLine(fonts),
    ...(addressee === undefined ? [] : [flush(`${addressee}：`, fonts)]),
  ];
}

function labelLines({ copyNumber, secrecy, urgency }: OfficialDocument, fonts: Fonts): Paragraph[] {
  const lines = [
    { text: copyNumber, font: fonts.body },
    { text: secrecy, font: fonts.heading },
    { text: urgency, font: fonts.heading },
  ];
  return lines.flatMap(({ text, font }) =>
    text === undefined ? [] : [new Paragraph({ ...onGrid, children: textRuns(text, { font, size: SIZE.body }) })],
  );
}

/** The mark begins 35 mm below the upper edge of the type area; labels stand in that room. */
function redHead(head: RedHead, number: string | undefined, labels: number, fonts: Fonts): Paragraph[] {
  const room = Math.max(0, mm(35) - labels * onGrid.spacing.line);
  const { text, size, scale } = mark(head.mark);
  const run = new TextRun({ text, font: typeface(fonts.title), size, color: RED, scale });
  return [
    new OffGridParagraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: room, after: 0, line: size * 12, lineRule: 'exact' },
      children: [run],
    }),
    emptyLine(fonts),
    emptyLine(fonts),
    numberAboveRule(number ?? '', head.signer, fonts),
    emptyLine(fonts),
    emptyLine(fonts),
  ];
}

/** As large as fits on one line, at most 22 mm high; long names are set narrower before they are set smaller. */
export function mark(text: string): { readonly text: string; readonly size: number; readonly scale: number } {
  const clean = cleanText(text).replaceAll('\n', '');
  const width = Math.max(1, textWidth(clean));
  const points = AREA.width / 20 / width;
  const size = Math.min(124, Math.max(44, Math.floor(points * 1.25 * 2)));
  const scale = Math.max(30, Math.min(100, Math.floor((points / (size / 2)) * 98)));
  return { text: clean, size, scale };
}

/** The red rule lies 4 mm below the number; with a signer both stand one character in from the edges. */
function numberAboveRule(number: string, signer: string | undefined, fonts: Fonts): Paragraph {
  const rule = { style: BorderStyle.SINGLE, size: 18, color: RED, space: 11 };
  const dress = { font: fonts.body, size: SIZE.body };
  if (signer === undefined) {
    return new Paragraph({
      ...onGrid,
      alignment: AlignmentType.CENTER,
      border: { bottom: rule },
      children: textRuns(number, dress),
    });
  }
  return new Paragraph({
    ...onGrid,
    border: { bottom: rule },
    tabStops: [{ type: TabStopType.RIGHT, position: AREA.width - squares(1) }],
    children: [
      ...textRuns(`　${number}`, dress),
      new TextRun({ children: [new Tab()] }),
      ...textRuns('签发人：', dress),
      ...textRuns(signer, { font: fonts.subheading, size: SIZE.body }),
    ],
  });
}

/** A letter's number stands at the right, 7/8 of a line below the red rules in the head of its page. */
const letterNumber = (number: string | undefined, fonts: Fonts): Paragraph[] => [
  new Paragraph({
    ...onGrid,
    spacing: { ...onGrid.spacing, before: 280 },
    alignment: AlignmentType.RIGHT,
    children: textRuns(number ?? '', { font: fonts.body, size: SIZE.body }),
  }),
  emptyLine(fonts),
  emptyLine(fonts),
];

/** 2号 has 20 characters on a line. */
const TITLE_WIDTH = 20;

/**
 * Lines of a title: as the author broke it, else evenly, so that no line is left with two characters; the lines widen
 * or narrow like a ladder. No number and no word in Western letters is torn.
 */
export function titleLines(title: string): readonly string[] {
  const clean = cleanText(title);
  if (clean.includes('\n')) return clean.split('\n');
  const width = textWidth(clean);
  const count = Math.ceil(width / TITLE_WIDTH);
  if (count <= 1) return [clean];
  const lines: string[] = [];
  let line = '';
  for (const part of clean.match(/[A-Za-z0-9.%]+|《[^》]{1,12}》|“[^”]{1,12}”|./gsu) ?? []) {
    const most = Math.min(TITLE_WIDTH, Math.ceil(width / count) + 1);
    if (
      line !== '' &&
      lines.length < count - 1 &&
      textWidth(line) + textWidth(part) > most &&
      !/^[，、。；：）》”]/u.test(part)
    ) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  return [...lines, line];
}

const titleParagraph = (line: string, fonts: Fonts): Paragraph =>
  new OffGridParagraph({
    ...lineHeight(onGrid.spacing.line + 100),
    keepNext: true,
    alignment: AlignmentType.CENTER,
    children: textRuns(line, { font: fonts.title, size: SIZE.title }),
  });

const centred = (text: string, fonts: Fonts): Paragraph =>
  bodyParagraph(text, fonts, { alignment: AlignmentType.CENTER, indent: { firstLine: 0, firstLineChars: 0 } });

const flush = (text: string, fonts: Fonts): Paragraph =>
  bodyParagraph(text, fonts, { indent: { firstLine: 0, firstLineChars: 0 } });
