import Type, { type Static } from 'typebox';
import {
  closed,
  day,
  id,
  oneOf,
  orNull,
  place,
  text,
  textOrNull,
  texts,
} from '../../../platform/pack-loader/fields.ts';
import { conditionSchema, parameterSchema } from '../../policy/index.ts';
import type { EditionSource } from '../domain/index.ts';

const named = {
  id: id(),
  name: text(80),
  place: place(),
};
const when = () => Type.Array(conditionSchema, { minItems: 1, maxItems: 30 });
const points = () => Type.Integer({ minimum: 1, maximum: 1000 });

/** So many points, where all of these hold; the highest band that holds counts. Whoever is in none has 0. */
const band = closed({ points: points(), when: when() });

/** Points for each so many of a count: `points` for every `per` of it, `most` at most. */
const each = closed({
  points: points(),
  count: text(60),
  per: Type.Integer({ minimum: 1, maximum: 1000 }),
  unit: Type.String({ maxLength: 10, default: '' }),
});

const indicator = closed({
  ...named,
  side: id(),
  most: points(),
  bands: Type.Array(band, { default: [], maxItems: 30 }),
  each: orNull(each),
});

const figureOrFlag = Type.Union([Type.Number(), Type.Boolean(), text(40), Type.Null()]);
const givenFacts = () => Type.Record(Type.String({ maxLength: 60 }), figureOrFlag, { default: {}, maxProperties: 300 });

/** The rules by which a title is given, as they stand in one edition of its document. */
export const editionSchema = closed({
  kind: oneOf('title-edition'),
  id: id(),
  /** A kind of titles.yaml. */
  title: id(),
  name: text(80),
  docNumber: textOrNull(60),
  docNumberReason: textOrNull(),
  issuer: text(60),
  /** First and last day on which it is in force. */
  from: day(),
  to: orNull(day()),
  /** Why nothing can be judged by it: its thresholds are not at hand. */
  empty: textOrNull(300),
  parameters: Type.Array(parameterSchema, { default: [], maxItems: 100 }),
  /** Whoever one of these holds for does not get it; what is not known of them is named and passed over. */
  exclude: Type.Array(closed({ ...named, when: when() }), { default: [], maxItems: 20 }),
  /** All must hold. */
  conditions: Type.Array(closed({ ...named, when: when() }), { default: [], maxItems: 60 }),
  points: orNull(
    closed({
      place: place(),
      total: points(),
      sides: Type.Array(closed({ id: id(), name: text(40), least: Type.Integer({ minimum: 0, maximum: 1000 }) }), {
        minItems: 1,
        maxItems: 20,
      }),
      indicators: Type.Array(indicator, { minItems: 1, maxItems: 60 }),
    }),
  ),
  /** One of these stands for the points; without points, one of them must hold. */
  shortcuts: Type.Array(closed({ ...named, when: when() }), { default: [], maxItems: 30 }),
  /** What the document leaves open or what is not sure, and how it is read here. */
  open: texts(300),
  examplesOn: orNull(day()),
  examplesAbout: givenFacts(),
  examples: Type.Array(
    closed({
      title: text(80),
      on: orNull(day()),
      facts: givenFacts(),
      gives: oneOf('met', 'unmet', 'unknown'),
      points: orNull(Type.Integer({ minimum: 0 })),
    }),
    { default: [], maxItems: 100 },
  ),
});

export type EditionContent = Static<typeof editionSchema> & EditionSource;
