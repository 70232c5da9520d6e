import Type from 'typebox';
import {
  closed,
  id,
  oneOf,
  orNull,
  regionCode,
  text,
  textOrNull,
  texts,
} from '../../../platform/pack-loader/fields.ts';
import { type UnitKind, unitKinds } from '../domain/index.ts';

/** Units, people in the words of their function, and what they may do: the organisation of an invented place. */
export const organisationSchema = closed({
  kind: Type.Literal('organisation'),
  id: id(),
  source: text(),
  invented: Type.Boolean({ default: false }),
  units: Type.Array(
    closed({
      id: id(),
      name: text(80),
      kind: oneOf(...(Object.keys(unitKinds) as UnitKind[])),
      region: regionCode(),
      parent: orNull(id()),
      aliases: texts(80),
      creditCode: textOrNull(18),
      bankAccount: textOrNull(40),
    }),
    { minItems: 1 },
  ),
  people: Type.Array(
    closed({
      id: id(),
      name: text(40),
      phone: textOrNull(30),
      posts: Type.Array(
        closed({
          id: id(),
          unit: id(),
          title: text(40),
          /** Id of a ready-made role. */
          role: id(),
          region: orNull(regionCode()),
          chains: Type.Array(id(), { default: [] }),
        }),
        { minItems: 1 },
      ),
    }),
  ),
});

export type OrganisationContent = Type.Static<typeof organisationSchema>;
