import Type, { type Static } from 'typebox';
import { closed, id, oneOf, orNull, text } from '../../../platform/pack-loader/fields.ts';

const factId = () => orNull(Type.String({ pattern: '^[a-z][a-z0-9_]*$', maxLength: 60 }));

/** The kinds of titles and listings that an enterprise may hold, in the order of their ladders. */
export const titlesSchema = closed({
  kind: oneOf('titles'),
  id: id(),
  ladders: Type.Array(closed({ id: id(), name: text(40) }), { default: [], maxItems: 40 }),
  titles: Type.Array(
    closed({
      id: id(),
      name: text(60),
      /** What lists and files call it besides. */
      also: Type.Array(text(60), { default: [], maxItems: 20 }),
      ladder: id(),
      /** Its place on the ladder, the lowest first. */
      step: Type.Integer({ minimum: 1, maximum: 20 }),
      /** Who gives it. */
      level: oneOf('national', 'province', 'city', 'county'),
      /** How many years it holds; null: without end. */
      yearsValid: orNull(Type.Integer({ minimum: 1, maximum: 50 })),
      /** Fact of the dictionary that says in which year it was given, and the one that says that it holds. */
      yearFact: factId(),
      flagFact: factId(),
      /** Indicators (indicators.yaml of a pack) that count its holders, or who got it anew within a year. */
      indicators: Type.Array(closed({ id: Type.String({ maxLength: 60 }), counts: oneOf('held', 'new') }), {
        default: [],
        maxItems: 10,
      }),
    }),
    { minItems: 1, maxItems: 200 },
  ),
});

export type TitlesContent = Static<typeof titlesSchema>;
export type TitleEntry = TitlesContent['titles'][number];
export type TitleLadder = TitlesContent['ladders'][number];
