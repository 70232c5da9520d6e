import type { PackKind, PackLibrary } from '../kernel/index.ts';
import type { Definition } from './domain/definition.ts';
import { checkDefinitions, definitionsOf } from './pack/definitions.ts';
import { type DefinitionsContent, definitionsSchema } from './pack/definitions-schema.ts';

import { checkHistory } from './pack/history.ts';
import { type HistoryContent, historySchema } from './pack/history-schema.ts';

export type { DefinitionsContent } from './pack/definitions-schema.ts';
export type { HistoryContent } from './pack/history-schema.ts';

/** What is measured; see docs/packs.md. */
export const definitionsPack: PackKind<DefinitionsContent> = {
  name: 'indicators',
  schema: definitionsSchema,
  check: (pack, library) => checkDefinitions(pack, library.of(definitionsPack)),
};

/** What the enterprises of an invented place are to have reported; for the demo. */
export const historyPack: PackKind<HistoryContent> = {
  name: 'reporting-history',
  schema: historySchema,
  check: ({ content }) => checkHistory(content),
};

export const indicatorPackKinds = [definitionsPack, historyPack] as const;

/** The indicators of a library, all files together. */
export const definitionsOfLibrary = (library: PackLibrary): Definition[] => definitionsOf(library.of(definitionsPack));
