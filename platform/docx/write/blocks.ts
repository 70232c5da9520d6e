import { AlignmentType, type FileChild, Paragraph } from 'docx';
import type { Block, Heading, Paragraph as TextParagraph } from '../model/block.ts';
import type { Fonts } from '../model/document.ts';
import { numberHeadings } from '../model/number-headings.ts';
import { chartBlock } from './chart.ts';
import { SIZE } from './geometry.ts';
import { tableBlock } from './table.ts';
import { bodyParagraph, firstLine, onGrid, textRuns } from './text.ts';

/** What one block becomes in Word, and whether it wants a page laid across. */
export interface Piece {
  readonly across: boolean;
  readonly children: readonly FileChild[];
}

export interface Rooms {
  readonly upright: number;
  readonly across: number;
}

/** Turns blocks into pieces of a Word document one by one, so that whoever asks may tell how far it has come. */
export function* blockPieces(blocks: readonly Block[], rooms: Rooms, fonts: Fonts): Generator<Piece> {
  const numbers = numberHeadings(blocks);
  for (const [at, block] of blocks.entries()) {
    const across = block.kind === 'table' && block.landscape === true;
    yield { across, children: children(block, numbers.get(at) ?? '', across ? rooms.across : rooms.upright, fonts) };
  }
}

function children(block: Block, number: string, room: number, fonts: Fonts): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block, number, fonts)];
    case 'paragraph':
      return [paragraph(block, fonts)];
    case 'table':
      return tableBlock(block, room, fonts);
    case 'chart':
      return chartBlock(block, room, fonts);
    case 'page-break':
      return [new Paragraph({ ...onGrid, pageBreakBefore: true })];
  }
}

/** 一、 in 黑体, （一） in 楷体, the lower ones in 仿宋, all in the size of the text. */
function heading({ level, text, body }: Heading, number: string, fonts: Fonts): Paragraph {
  const font = level === 1 ? fonts.heading : level === 2 ? fonts.subheading : fonts.body;
  const words = textRuns(`${number}${text}`, { font, size: SIZE.body });
  return new Paragraph({
    ...onGrid,
    keepNext: body === undefined,
    outlineLevel: level - 1,
    alignment: AlignmentType.BOTH,
    indent: firstLine(2),
    children: body === undefined ? words : [...words, ...textRuns(body, { font: fonts.body, size: SIZE.body })],
  });
}

const alignments = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

function paragraph({ text, align }: TextParagraph, fonts: Fonts): Paragraph {
  if (align === undefined || align === 'body') return bodyParagraph(text, fonts);
  return bodyParagraph(text, fonts, { alignment: alignments[align], indent: { firstLine: 0, firstLineChars: 0 } });
}
