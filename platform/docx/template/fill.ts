import { type IPatch, PatchType, patchDocument } from 'docx';
import { RefusalError } from '../../../src/kernel/index.ts';
import { standardFonts } from '../model/fonts.ts';
import type { TellProgress } from '../progress.ts';
import { blockPieces } from '../write/blocks.ts';
import { checkCells } from '../write/table.ts';
import { soundTemplate } from './check.ts';
import { calledNames } from './check-fields.ts';
import { compile, explanation } from './engine.ts';
import type { Field, FieldValues } from './field.ts';
import { MARK, prepareValues } from './values.ts';

/**
 * `fillTemplate` where it is called; see pool.ts. Two libraries share the work: one fills text, lists and conditions and
 * leaves a mark where blocks go, the other puts paragraphs, tables and charts, with their parts, in place of the marks.
 */
export async function fillTemplateHere(
  bytes: Uint8Array,
  fields: readonly Field[],
  values: FieldValues,
  tell: TellProgress,
): Promise<Uint8Array> {
  const { paragraphs, room } = await soundTemplate(bytes, fields);
  const { data, blocks } = prepareValues(fields, values, calledNames(paragraphs));
  checkCells([...blocks.values()].flat());
  const total = blocks.size + 1;
  tell({ stage: 'fill', done: 0, total });
  const filled = render(bytes, data);
  tell({ stage: 'fill', done: 1, total });
  if (blocks.size === 0) return filled;
  const patches: Record<string, IPatch> = {};
  let done = 1;
  for (const [key, content] of blocks) {
    const pieces = [...blockPieces(content, { upright: room, across: room }, standardFonts)];
    patches[key] = { type: PatchType.DOCUMENT, children: pieces.flatMap((piece) => piece.children) };
    done += 1;
    tell({ stage: 'fill', done, total });
  }
  tell({ stage: 'pack', done: 0, total: 1 });
  const patched = await patchDocument({
    outputType: 'nodebuffer',
    data: filled,
    patches,
    placeholderDelimiters: MARK,
    keepOriginalStyles: false,
  });
  tell({ stage: 'pack', done: 1, total: 1 });
  return patched;
}

function render(bytes: Uint8Array, data: Readonly<Record<string, unknown>>): Uint8Array {
  const template = compile(bytes);
  try {
    template.render(data);
  } catch (error) {
    throw new RefusalError({ code: 'template-unreadable', given: explanation(error) });
  }
  const zip = template.getZip();
  // The zip library adds entries for folders, which a Word package does not have.
  for (const [name, entry] of Object.entries(zip.files)) if (entry.dir) delete zip.files[name];
  return template.toUint8Array({ compression: 'DEFLATE' });
}
