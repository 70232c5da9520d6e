import Type, { type Static } from 'typebox';
import { closed, day, id, oneOf, orNull, regionCode, text } from '../../../platform/pack-loader/fields.ts';

/** Which maps and lists a chain keeps and how often its chief meets and visits; by place and date. */
export const schemeSchema = closed({
  kind: oneOf('chain-scheme'),
  id: id(),
  source: text(),
  schemes: Type.Array(
    closed({
      /** Null: wherever no other is said. */
      region: orNull(regionCode()),
      from: day(),
      maps: Type.Array(
        closed({
          id: id(),
          name: text(40),
          /** What it is made of, where the platform can make it: nodes, technologies, fields of use, places. */
          of: Type.Optional(oneOf('nodes', 'technologies', 'applications', 'regions')),
        }),
        { maxItems: 20 },
      ),
      lists: Type.Array(closed({ id: id(), name: text(40), of: oneOf('enterprises', 'projects', 'entries') }), {
        maxItems: 20,
      }),
      acts: Type.Array(
        closed({
          id: id(),
          name: text(40),
          every: oneOf('year', 'quarter', 'month'),
          times: Type.Integer({ minimum: 1, maximum: 50 }),
        }),
        { maxItems: 10 },
      ),
    }),
    { minItems: 1 },
  ),
});

export type SchemeContent = Static<typeof schemeSchema>;
