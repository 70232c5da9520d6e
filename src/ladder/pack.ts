import type { PackKind, PackLibrary } from '../kernel/index.ts';
import { factTableOf } from '../policy/index.ts';
import { checkEdition } from './pack/check-edition.ts';
import { type EditionContent, editionSchema } from './pack/edition-schema.ts';

export type { EditionContent } from './pack/edition-schema.ts';

/** By which rules a title is given, and from when to when; see docs/packs.md. */
export const editionPack: PackKind<EditionContent> = {
  name: 'title-edition',
  schema: editionSchema,
  check: (pack, library) => checkEdition(pack, library.of(editionPack), library, factTableOf(library)),
};

export const ladderPackKinds = [editionPack] as const;

/** All editions of a library, with the hash of each. */
export const editionsOf = (library: PackLibrary): readonly (EditionContent & { readonly hash: string })[] =>
  library.of(editionPack).map(({ content, hash }) => ({ ...content, hash }));
