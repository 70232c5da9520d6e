import type { PackKind, PackLibrary } from '../kernel/index.ts';
import type { Definition } from './domain/definition.ts';
import { checkDefinitions, definitionsOf } from './pack/definitions.ts';
import { type DefinitionsContent, definitionsSchema } from './pack/definitions-schema.ts';

export type { DefinitionsContent } from './pack/definitions-schema.ts';

/** What is measured; see docs/packs.md. */
export const definitionsPack: PackKind<DefinitionsContent> = {
  name: 'indicators',
  schema: definitionsSchema,
  check: (pack, library) => checkDefinitions(pack, library.of(definitionsPack)),
};

export const indicatorPackKinds = [definitionsPack] as const;

/** The indicators of a library, all files together. */
export const definitionsOfLibrary = (library: PackLibrary): Definition[] => definitionsOf(library.of(definitionsPack));
