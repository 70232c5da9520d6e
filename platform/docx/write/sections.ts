import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  TextRun,
} from 'docx';
import type { Fonts, RedHead } from '../model/document.ts';
import { A4, ACROSS, FOOTER, GRID, HEADER, MARGIN, mm, SIZE, squares } from './geometry.ts';
import { OffGridParagraph } from './off-grid.ts';
import { mark, RED } from './opening.ts';
import { lineHeight, typeface } from './text.ts';

/** Children that stand on pages of the same direction. */
export interface Stretch {
  readonly across: boolean;
  readonly children: FileChild[];
}

/** Sections of the document; the first page of a letter has its red rules and no page number. */
export function sections(stretches: readonly Stretch[], head: RedHead | undefined, fonts: Fonts): ISectionOptions[] {
  return stretches.map(({ across, children }, at) => {
    const letter = at === 0 && head?.kind === 'letter' ? head : null;
    return {
      properties: {
        ...(at === 0 ? {} : { type: 'nextPage' as const }),
        ...(letter === null ? {} : { titlePage: true }),
        grid: GRID,
        page: {
          // Given as of an upright page: the library turns them with the orientation.
          size: { width: A4.width, height: A4.height, orientation: across ? 'landscape' : 'portrait' },
          margin: {
            ...(across ? ACROSS.margin : MARGIN),
            header: letter === null ? HEADER : mm(30),
            footer: letter === null ? FOOTER : mm(20),
            gutter: 0,
          },
        },
      },
      ...(letter === null ? {} : { headers: { first: letterHead(letter, fonts) } }),
      footers: {
        default: numbered(AlignmentType.RIGHT, fonts),
        even: numbered(AlignmentType.LEFT, fonts),
        ...(letter === null ? {} : { first: letterFoot() }),
      },
      children,
    };
  });
}

/** — 1 —: 4号, one character in from the outer edge: right on odd pages, left on even ones. */
const numbered = (alignment: 'right' | 'left', fonts: Fonts): Footer =>
  new Footer({
    children: [
      new OffGridParagraph({
        ...lineHeight(SIZE.small * 12),
        alignment,
        indent: { [alignment]: squares(1) },
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: typeface(fonts.plain), size: SIZE.small }),
        ],
      }),
    ],
  });

/** Rules of 170 mm in the middle of the paper reach over the type area at both sides. */
const reach = { left: -(MARGIN.left - mm(20)), right: -(MARGIN.right - mm(20)) };

const letterHead = (head: RedHead, fonts: Fonts): Header => {
  const { text, size, scale } = mark(head.mark);
  const run = new TextRun({ text, font: typeface(fonts.title), size: Math.min(size, 72), color: RED, scale });
  return new Header({
    children: [
      new OffGridParagraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: 0, after: 0, line: Math.min(size, 72) * 12, lineRule: 'exact' },
        indent: reach,
        border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: RED, space: 11 } },
        children: [run],
      }),
    ],
  });
};

const letterFoot = (): Footer =>
  new Footer({
    children: [
      new OffGridParagraph({
        ...lineHeight(40),
        indent: reach,
        border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, color: RED, space: 0 } },
      }),
    ],
  });
