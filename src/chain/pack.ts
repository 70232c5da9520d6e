import type { PackFault, PackKind, PackLibrary } from '../kernel/index.ts';
import type { Scheme } from './domain/index.ts';
import { type SchemeContent, schemeSchema } from './pack/scheme-schema.ts';

export type { SchemeContent } from './pack/scheme-schema.ts';

/** Maps, lists and acts of the chain chief system; see docs/packs.md. */
export const schemePack: PackKind<SchemeContent> = {
  name: 'chain-scheme',
  schema: schemeSchema,
  check: ({ content }) =>
    content.schemes.flatMap(({ maps, lists, acts }, at): PackFault[] =>
      Object.entries({ maps, lists, acts }).flatMap(([part, entries]) =>
        entries.flatMap(({ id }, no): PackFault[] =>
          entries.findIndex((each) => each.id === id) === no
            ? []
            : [{ code: 'pack-id-twice', path: ['schemes', at, part, no, 'id'], given: id }],
        ),
      ),
    ),
};

export const chainPackKinds = [schemePack] as const;

/** Every scheme of a library. */
export const schemesOf = (library: PackLibrary): readonly Scheme[] =>
  library.of(schemePack).flatMap(({ content }) => content.schemes);
