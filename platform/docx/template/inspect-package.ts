import { RefusalError } from '../../../src/kernel/index.ts';
import { openPackage, type Package } from '../../files/package/open-package.ts';
import { readXml, type XmlTag } from '../../files/package/read-xml.ts';
import { templateLimits } from './limits.ts';

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** Parts that carry something else than text and pictures: objects, controls, whole files, other files' text. */
const EMBEDDED =
  /(?:^|\/)(?:embeddings|activeX|ctrlProps|afchunk[^/]*|externalLinks|customUI)(?:\/|$)|\.(?:bin|exe|dll|docm|dotm|docx?|xlsx?|html?|mht)$/i;
const EMBEDDED_ELEMENTS = new Set(['OLEObject', 'object', 'control', 'altChunk', 'subDoc', 'ocx']);
const EMBEDDED_RELATIONS = /\/(?:oleObject|package|control|aFChunk|subDocument|activeXControlBinary|frame)$/;
/** Fields of Word that fetch from elsewhere or start something. */
const FETCHING =
  /\b(?:INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|DATABASE|RD|MACROBUTTON)\b|\bHYPERLINK\s+"?(?!\\l)[^"\s]*[:\\/]/i;

const refuse = (code: string, given: string | number | null = null, limit: string | number | null = null): never => {
  throw new RefusalError({ code, given, limit });
};

/**
 * Opens a template after looking at everything in it, before anything of it is used: size, directory, kinds of parts,
 * relations, and every XML part to its end. Refuses what is no Word document or carries macros, embedded objects,
 * entities, or anything that points out of the file.
 */
export async function inspectTemplate(bytes: Uint8Array): Promise<Package> {
  if (bytes.length > templateLimits.bytes) refuse('template-too-large', bytes.length, templateLimits.bytes);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) refuse('template-not-docx');
  const container = await openPackage(bytes);
  if (container.names.some((name) => /vba(?:Project|Data)/i.test(name))) refuse('macros');
  const embedded = container.names.find((name) => EMBEDDED.test(name));
  if (embedded !== undefined) refuse('template-embedded', embedded);
  await inspectTypes(container);
  const budget = { elements: templateLimits.elements, bytes: templateLimits.unpacked };
  for (const name of container.names) {
    if (/\.(?:xml|rels|vml)$/i.test(name)) await inspectPart(container, name, budget);
  }
  return container;
}

/** The types of the parts say what the file is; the name does not. */
async function inspectTypes(container: Package): Promise<void> {
  const types: string[] = [];
  await readXml(container, '[Content_Types].xml', {
    open: (tag) => types.push(tag.attribute('ContentType') ?? ''),
    close: () => undefined,
  });
  if (types.some((type) => /macroEnabled|vbaProject/i.test(type))) refuse('macros');
  if (!types.includes(MAIN) || !container.has('word/document.xml')) refuse('template-not-docx');
}

async function inspectPart(
  container: Package,
  name: string,
  budget: { elements: number; bytes: number },
): Promise<void> {
  const isRelations = name.endsWith('.rels');
  // A field's words are cut into pieces as text is.
  let instructions = '';
  let inInstruction = false;
  await readXml(container, name, {
    open(tag) {
      budget.elements -= 1;
      if (budget.elements < 0) refuse('too-many-elements', templateLimits.elements, templateLimits.elements);
      if (isRelations) inspectRelation(tag);
      else if (EMBEDDED_ELEMENTS.has(tag.local)) refuse('template-embedded', tag.local);
      if (tag.local === 'instrText') inInstruction = true;
      if (tag.local === 'fldSimple') inspectInstruction(tag.attribute('instr') ?? '');
      if (tag.local === 'fldChar' && tag.attribute('fldCharType') !== 'end') instructions = '';
    },
    close(local) {
      if (local === 'instrText') inInstruction = false;
      if (local === 'instrText') inspectInstruction(instructions);
    },
    text(text) {
      budget.bytes -= text.length;
      if (budget.bytes < 0) refuse('zip-bomb', templateLimits.unpacked, templateLimits.unpacked);
      if (inInstruction) instructions += text;
    },
  });
}

function inspectRelation(tag: XmlTag): void {
  if (tag.local !== 'Relationship') return;
  const target = tag.attribute('Target') ?? '';
  if (tag.attribute('TargetMode') === 'External') refuse('template-external', target.slice(0, 200));
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('\\\\'))
    refuse('template-external', target.slice(0, 200));
  const type = tag.attribute('Type') ?? '';
  if (EMBEDDED_RELATIONS.test(type)) refuse('template-embedded', target.slice(0, 200));
}

function inspectInstruction(words: string): void {
  const found = FETCHING.exec(words)?.[0];
  if (found !== undefined) refuse('template-external', words.trim().slice(0, 200));
}
