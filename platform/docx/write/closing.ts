import { AlignmentType, BorderStyle, type FileChild, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import { writtenDay } from '../model/day.ts';
import type { Fonts, Imprint, OfficialDocument, Signature } from '../model/document.ts';
import { textWidth } from '../model/text-width.ts';
import { AREA, CHARACTERS, SIZE, squares } from './geometry.ts';
import { OffGridParagraph } from './off-grid.ts';
import { bodyParagraph, emptyLine, lineHeight, onGrid, textRuns } from './text.ts';

/** What stands below the text: annexes, units and date, note, and at the foot of the last page the imprint. */
export function closing({ annexes = [], signature, note, imprint }: OfficialDocument, fonts: Fonts): FileChild[] {
  return [
    ...(annexes.length === 0 ? [] : [emptyLine(fonts), ...annexLines(annexes, fonts)]),
    ...(signature === undefined ? [] : [emptyLine(fonts), ...signatureLines(signature, fonts)]),
    ...(note === undefined ? [] : [bodyParagraph(`（${note}）`, fonts)]),
    ...(imprint === undefined ? [] : imprintLines(imprint, fonts)),
  ];
}

/** 附件 two characters in; a name that is too long goes on below its own first character. */
function annexLines(annexes: readonly string[], fonts: Fonts): Paragraph[] {
  return annexes.map((name, at) => {
    const number = annexes.length === 1 ? '' : `${at + 1}.`;
    const head = at === 0 ? `附件：${number}` : number;
    const left = 2 + textWidth(`附件：${number}`);
    return bodyParagraph(`${head}${name}`, fonts, {
      alignment: AlignmentType.LEFT,
      indent: { left: squares(left), hanging: squares(textWidth(head)) },
    });
  });
}

/** How far the units and the date stand from the right edge, in characters. */
export function signatureInsets({ units, date, sealed }: Signature): { units: readonly number[]; date: number } {
  const day = textWidth(writtenDay(date));
  const widths = units.map(textWidth);
  if (sealed === true) return { units: widths.map((width) => Math.max(0, 4 + (day - width) / 2)), date: 4 };
  const widest = Math.max(0, ...widths);
  // The date begins two characters behind the unit's first; when it is the longer one, it keeps two from the edge.
  const inset = day > widest ? 2 : Math.max(0, widest - day);
  const first = day > widest ? CHARACTERS - 2 - day - 2 : CHARACTERS - 2 - widest;
  return { units: widths.map((width) => Math.max(0, CHARACTERS - first - width)), date: inset };
}

function signatureLines(signature: Signature, fonts: Fonts): Paragraph[] {
  const insets = signatureInsets(signature);
  const line = (text: string, inset: number, keepNext: boolean): Paragraph =>
    new Paragraph({
      ...onGrid,
      keepNext,
      alignment: AlignmentType.RIGHT,
      indent: { right: squares(inset) },
      children: textRuns(text, { font: fonts.body, size: SIZE.body }),
    });
  return [
    ...signature.units.map((unit, at) => line(unit, insets.units[at] ?? 2, true)),
    line(writtenDay(signature.date), insets.date, false),
  ];
}

/**
 * 版记 at the lower edge of the type area, between rules of 0.35 mm. The lines stand in one frame, which Word, WPS and
 * LibreOffice hold to the foot of the page that its place in the text falls on. They take them for one frame with one
 * border only when borders and indents of all are the same, so the thin rule between is a line of underlined blanks, and
 * since a border is as wide as the indents leave it, the text hangs from the edge behind a blank.
 */
function imprintLines({ copies, printedBy, printedOn }: Imprint, fonts: Fonts): FileChild[] {
  const dress = { font: fonts.body, size: SIZE.small };
  const lines: Paragraph[] = [];
  if (copies !== undefined) lines.push(framed(440, textRuns(`　抄送：${copies.replace(/。$/u, '')}。`, dress)));
  if (printedBy !== undefined || printedOn !== undefined) {
    if (copies !== undefined) lines.push(framed(100, [thinRule]));
    const day = printedOn === undefined ? '' : `${writtenDay(printedOn)}印发　`;
    const tab = new TextRun({ children: [new Tab()] });
    lines.push(framed(440, [...textRuns(`　${printedBy ?? '　　　　'}`, dress), tab, ...textRuns(day, dress)]));
  }
  // The frame is held by the line that follows it.
  return lines.length === 0 ? [] : [...lines, new OffGridParagraph({ ...lineHeight(20) })];
}

/** Blanks of 4 points, as many as the area is wide. */
const thinRule = new TextRun({
  text: '\u3000'.repeat(107),
  size: 8,
  characterSpacing: 1,
  underline: { type: 'single' },
});

const rule = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 1 };
const frame = {
  type: 'alignment',
  width: AREA.width,
  height: 0,
  anchor: { horizontal: 'margin', vertical: 'margin' },
  alignment: { x: 'center', y: 'bottom' },
} as const;

const framed = (height: number, children: TextRun[]): Paragraph =>
  new OffGridParagraph({
    ...lineHeight(height),
    frame,
    border: { top: rule, bottom: rule },
    alignment: AlignmentType.LEFT,
    indent: { left: SIZE.small * 40, hanging: SIZE.small * 40 },
    tabStops: [{ type: TabStopType.RIGHT, position: AREA.width }],
    children,
  });
