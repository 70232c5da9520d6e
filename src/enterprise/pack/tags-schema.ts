import Type, { type Static } from 'typebox';
import { closed, day, id, oneOf, orNull, text, texts } from '../../../platform/pack-loader/fields.ts';

const some = (most = 60) => Type.Array(text(60), { default: [], maxItems: most });

/** Which enterprises bear a tag: everything that is said must hold, of a list one. */
export const tagsSchema = closed({
  kind: oneOf('enterprise-tags'),
  id: id(),
  tags: Type.Array(
    closed({
      id: id(),
      name: text(20),
      /** Why it is of use, and to whom. */
      note: text(200),
      from: day(),
      /** The first day on which the rule is no longer in force. */
      to: orNull(day()),
      when: closed({
        states: Type.Array(oneOf('open', 'suspended', 'revoked', 'cancelled', 'moved-out'), { default: [] }),
        scales: Type.Array(oneOf('large', 'medium', 'small', 'micro'), { default: [] }),
        /** Beginnings of GB/T 4754-2017. */
        industries: Type.Array(Type.String({ pattern: '^[0-9]{2,4}$' }), { default: [], maxItems: 100 }),
        chains: some(),
        titles: some(),
        withoutTitles: some(),
        titleEndsWithin: orNull(closed({ titles: some(), days: Type.Integer({ minimum: 1, maximum: 3660 }) })),
        inPark: orNull(Type.Boolean()),
        yearsAtMost: orNull(Type.Integer({ minimum: 0, maximum: 300 })),
        yearsAtLeast: orNull(Type.Integer({ minimum: 0, maximum: 300 })),
        /** Words in the name, the products or the scope. */
        words: texts(40),
        /** Of the newest year that has them, in the unit of the dictionary. */
        figures: Type.Array(closed({ figure: text(60), least: orNull(Type.Number()), most: orNull(Type.Number()) }), {
          default: [],
          maxItems: 20,
        }),
      }),
    }),
    { minItems: 1, maxItems: 100 },
  ),
});

export type TagsContent = Static<typeof tagsSchema>;
