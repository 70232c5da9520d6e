import { type Refusal, RefusalError } from '../../../src/kernel/index.ts';
import type { Package } from '../../files/package/open-package.ts';
import { checkFields } from './check-fields.ts';
import { compile } from './engine.ts';
import type { Field } from './field.ts';
import { inspectTemplate } from './inspect-package.ts';
import type { Place } from './place.ts';
import { readParagraphs, type TemplateParagraph } from './read-paragraphs.ts';
import { roomOf } from './room.ts';

/** What a person mends before he looks again. */
const MOST_TOLD = 100;

/** `checkTemplate` where it is called; see pool.ts for what it promises. */
export async function checkTemplateHere(bytes: Uint8Array, fields: readonly Field[]): Promise<readonly Refusal[]> {
  try {
    await soundTemplate(bytes, fields);
    return [];
  } catch (error) {
    if (error instanceof RefusalError) return error.refusals;
    throw error;
  }
}

/** What filling needs to know of a template that was found sound. */
export interface SoundTemplate {
  readonly paragraphs: readonly TemplateParagraph[];
  /** Width between its margins, in twips. */
  readonly room: number;
}

/** Refuses a template with everything that is wrong with it. */
export async function soundTemplate(bytes: Uint8Array, fields: readonly Field[]): Promise<SoundTemplate> {
  const container = await inspectTemplate(bytes);
  const parts = await Promise.all(partsOf(container).map(({ name, part }) => readParagraphs(container, name, part)));
  const refusals = parts.flatMap((paragraphs) => checkFields(paragraphs, fields));
  // Text boxes are kept twice, for old and new Word: told once.
  const distinct = new Map(refusals.map((each) => [JSON.stringify(each), each]));
  if (distinct.size > 0) throw new RefusalError(...[...distinct.values()].slice(0, MOST_TOLD));
  // What fills it has the last word: it reads also parts that people do not see.
  compile(bytes);
  return { paragraphs: parts.flat(), room: await roomOf(container) };
}

function partsOf(container: Package): { readonly name: string; readonly part: Place['part'] }[] {
  const named = (pattern: RegExp, part: Place['part']) =>
    container.names.filter((name) => pattern.test(name)).map((name) => ({ name, part }));
  return [
    ...named(/^word\/document\.xml$/u, 'body'),
    ...named(/^word\/header\d*\.xml$/u, 'header'),
    ...named(/^word\/footer\d*\.xml$/u, 'footer'),
  ];
}
