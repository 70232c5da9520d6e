import type { SourceText } from '../../../src/document/index.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import { readXml } from '../package/read-xml.ts';
import { type Block, line } from '../print/blocks.ts';
import { printBlocks } from '../print/print-blocks.ts';
import { refuseFile } from '../refusals.ts';
import { BodyReader, type Note } from './body-reader.ts';
import { ListCounter } from './list-counter.ts';
import { readNumbering } from './numbering.ts';
import { findParts } from './parts.ts';
import { readStyles, type Styles } from './styles.ts';

/**
 * Reads a Word document: body, tables, automatic numbers, text boxes and, at the end, foot- and endnotes. Headers and
 * footers are not part of the text. Macros are refused, links to the outside are never followed.
 */
export async function readDocx(bytes: Uint8Array): Promise<SourceText> {
  const container = await openPackage(bytes);
  const parts = await findParts(container);
  if (parts === null) return refuseFile('wrong-extension', '.docx', 'zip');
  if (parts.macros !== null) refuseFile('macros');
  const styles = await readStyles(container, parts.styles);
  const lists = new ListCounter(await readNumbering(container, parts.numbering));
  const body = new BodyReader(styles, lists);
  await readXml(container, parts.main, body);
  const notes = {
    footnote: await readNotes(container, parts.footnotes, styles, lists),
    endnote: await readNotes(container, parts.endnotes, styles, lists),
  };
  const numbered = body.references.map((note, at) => noteBlocks(note, at + 1, notes[note.kind]));
  return printBlocks([...body.blocks, ...numbered.flat()], 'docx');
}

async function readNotes(container: Package, part: string, styles: Styles, lists: ListCounter) {
  const reader = new BodyReader(styles, lists);
  await readXml(container, part, reader);
  return reader.notes;
}

/** The mark in the text is left out, since it would read as a digit of the number it follows; the note keeps it. */
function noteBlocks(note: Note, order: number, notes: ReadonlyMap<string, Block[]>): Block[] {
  const [first, ...rest] = notes.get(note.id) ?? [];
  if (first?.kind !== 'line') return [];
  return [line(`注${order}：${first.text.trim()}`), ...rest];
}
