import Type, { type Static } from 'typebox';
import { closed, day, id, oneOf, orNull, text, texts } from '../../../platform/pack-loader/fields.ts';

const share = () => Type.Number({ minimum: 0, maximum: 1 });
const points = (value: number) => Type.Number({ minimum: 0, maximum: 100, default: value });
const word = () => text(24);
const words = () => Type.Array(word(), { default: [], maxItems: 400 });

/** The map of a chain: nodes in columns, what flows between them, the words and codes by which enterprises are placed. */
export const mapSchema = closed({
  kind: oneOf('chain-map'),
  id: id(),
  name: text(60),
  source: text(400),
  from: day(),
  to: orNull(day()),
  chains: Type.Array(id(), { minItems: 1, maxItems: 100 }),
  context: words(),
  not: words(),
  place: Type.Object(
    {
      products: points(40),
      name: points(22),
      code: points(25),
      scope: points(13),
      border: points(15),
    },
    { additionalProperties: false, default: {} },
  ),
  standing: Type.Object(
    {
      missingBelow: Type.Integer({ minimum: 0, default: 1 }),
      weakBelow: Type.Integer({ minimum: 0, default: 3 }),
      weakRate: Type.Number({ minimum: 0, maximum: 10, default: 0.3 }),
      strongRate: Type.Number({ minimum: 0, maximum: 10, default: 0.8 }),
      strongFrom: Type.Integer({ minimum: 1, default: 5 }),
    },
    { additionalProperties: false, default: {} },
  ),
  stages: Type.Array(closed({ id: id(), name: text(20) }), { minItems: 2, maxItems: 20 }),
  nodes: Type.Array(
    closed({
      id: id(),
      name: text(40),
      stage: id(),
      kind: Type.Enum(['main', 'support'], { default: 'main' }),
      also: words(),
      /** `"1711": 1`. */
      codes: Type.Record(Type.String({ pattern: '^[0-9]{2,4}$' }), share(), { default: {} }),
      words: words(),
      hints: words(),
      not: words(),
      general: Type.Boolean({ default: false }),
      sells: Type.Boolean({ default: false }),
      /** A thing of those nodes is its own where one of these words (`own`: any word of its own) stands before: 印花面料. */
      claims: orNull(
        closed({ words: words(), own: Type.Boolean({ default: false }), from: Type.Array(id(), { minItems: 1 }) }),
      ),
      technologies: texts(60),
      applications: texts(60),
    }),
    { minItems: 2, maxItems: 300 },
  ),
  links: Type.Array(closed({ from: id(), to: id(), flows: text(40), need: share() }), { minItems: 1, maxItems: 2000 }),
});

export type MapContent = Static<typeof mapSchema>;
