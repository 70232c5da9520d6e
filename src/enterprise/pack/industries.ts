import Type, { type Static } from 'typebox';
import { closed, day, doubles, id, oneOf, text } from '../../../platform/pack-loader/fields.ts';
import type { PackFault, PackKind, PackLibrary } from '../../kernel/index.ts';

const code = () => Type.String({ pattern: '^[0-9]{2,4}$' });

/** Codes of GB/T 4754 with their names, and what became of those of the edition before. */
export const industrySchema = closed({
  kind: oneOf('industry-register'),
  id: id(),
  standard: text(40),
  source: text(400),
  from: day(),
  /** `"1711": 棉纺纱加工`; two digits a division, three a group, four a class. */
  industries: Type.Record(Type.String({ pattern: '^[0-9]{2,4}$' }), text(60)),
  /** Codes of an older edition that are no more or mean something else: their name and what holds instead. */
  older: Type.Array(
    closed({ code: code(), name: text(60), edition: text(20), now: Type.Array(code(), { minItems: 1 }) }),
    { default: [] },
  ),
});
export type IndustryContent = Static<typeof industrySchema>;

export const industryPack: PackKind<IndustryContent> = {
  name: 'industry-register',
  schema: industrySchema,
  check: ({ content }) => [
    ...doubles(content.older.map(({ code: value }, at) => ({ path: ['older', at, 'code'], value }))),
    ...content.older.flatMap(({ now }, at) =>
      now.flatMap((given, no): PackFault[] =>
        given in content.industries ? [] : [{ code: 'pack-industry-unknown', path: ['older', at, 'now', no], given }],
      ),
    ),
  ],
};

/** Names of industries by code, and codes of the edition before with what holds instead. */
export interface Industries {
  readonly names: ReadonlyMap<string, string>;
  readonly older: ReadonlyMap<string, { readonly name: string; readonly now: readonly string[] }>;
}

/** All registers of a library together. */
export function industriesOf(library: PackLibrary): Industries {
  const packs = library.of(industryPack);
  return {
    names: new Map(packs.flatMap(({ content }) => Object.entries(content.industries))),
    older: new Map(
      packs.flatMap(({ content }) => content.older.map(({ code: old, name, now }) => [old, { name, now }])),
    ),
  };
}
