import type { PackFault, PackKind, PackLibrary } from '../kernel/index.ts';
import { registersOf } from '../organisation/index.ts';
import type { ChainMap, Scheme } from './domain/index.ts';
import { checkMap } from './pack/check-map.ts';
import { type MapContent, mapSchema } from './pack/map-schema.ts';
import { type SchemeContent, schemeSchema } from './pack/scheme-schema.ts';

export type { MapContent } from './pack/map-schema.ts';
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

/** Nodes of a chain, what flows between them, and the words and codes by which enterprises are placed. */
export const mapPack: PackKind<MapContent> = {
  name: 'chain-map',
  schema: mapSchema,
  check: ({ content }, library) => checkMap(content, new Set(registersOf(library).chains.map(({ id }) => id))),
};

export const chainPackKinds = [schemePack, mapPack] as const;

/** Every scheme of a library. */
export const schemesOf = (library: PackLibrary): readonly Scheme[] =>
  library.of(schemePack).flatMap(({ content }) => content.schemes);

/** Every map of a library. */
export const mapsOfPacks = (library: PackLibrary): readonly ChainMap[] =>
  library.of(mapPack).map(({ content: { kind: _kind, ...map } }) => ({
    ...map,
    nodes: map.nodes.map((node) => ({
      ...node,
      codes: Object.entries(node.codes).map(([code, weight]) => ({ code, weight })),
    })),
  }));
