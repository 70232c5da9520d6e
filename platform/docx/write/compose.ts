import { Document, type FileChild, Packer } from 'docx';
import type { OfficialDocument } from '../model/document.ts';
import { standardFonts } from '../model/fonts.ts';
import type { TellProgress } from '../progress.ts';
import { blockPieces } from './blocks.ts';
import { closing } from './closing.ts';
import { ACROSS, AREA, SIZE } from './geometry.ts';
import { opening, titleLines } from './opening.ts';
import { type Stretch, sections } from './sections.ts';
import { checkCells } from './table.ts';
import { typeface } from './text.ts';

/** Writes a document as a Word file of GB/T 9704-2012; runs where it is called. */
export async function composeDocx(document: OfficialDocument, tell: TellProgress): Promise<Buffer> {
  checkCells(document.blocks);
  const fonts = { ...standardFonts, ...document.fonts };
  const total = document.blocks.length;
  const stretches: Stretch[] = [{ across: false, children: opening(document, fonts) }];
  let done = 0;
  for (const { across, children } of blockPieces(
    document.blocks,
    { upright: AREA.width, across: ACROSS.area.width },
    fonts,
  )) {
    stretchFor(across, stretches).push(...children);
    done += 1;
    tell({ stage: 'compose', done, total });
  }
  const end = closing(document, fonts);
  if (end.length > 0) stretchFor(false, stretches).push(...end);
  tell({ stage: 'pack', done: 0, total: 1 });
  const normal = { font: typeface(fonts.body), size: SIZE.body, language: { value: 'zh-CN', eastAsia: 'zh-CN' } };
  const word = new Document({
    title: titleLines(document.title).join(''),
    creator: document.signature?.units.join('、') ?? '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: normal } },
      // The grid counts from the size of this style.
      paragraphStyles: [{ id: 'Normal', name: 'Normal', quickFormat: true, run: normal }],
    },
    sections: sections(stretches, document.head, fonts),
  });
  const bytes = await Packer.toBuffer(word);
  tell({ stage: 'pack', done: 1, total: 1 });
  return bytes;
}

function stretchFor(across: boolean, stretches: Stretch[]): FileChild[] {
  const last = stretches.at(-1);
  if (last?.across === across) return last.children;
  const next: Stretch = { across, children: [] };
  stretches.push(next);
  return next.children;
}
