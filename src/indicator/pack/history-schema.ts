import Type, { type Static } from 'typebox';
import { closed, id, oneOf, text, year } from '../../../platform/pack-loader/fields.ts';

/** Enterprises of an invented place and what they are to have reported: for the demo. */
export const historySchema = closed({
  kind: oneOf('reporting-history'),
  id: id(),
  source: text(),
  /** What nobody has reported may only be shown as invented. */
  invented: Type.Literal(true),
  /** The year that `revenue` and `staff` are of, and the first year that was reported. */
  year: year(),
  from: year(),
  /** Each month's part of a year's revenue, in thousandths. */
  season: Type.Array(Type.Integer({ minimum: 0, maximum: 1000 }), { minItems: 12, maxItems: 12 }),
  enterprises: Type.Array(
    closed({
      id: Type.String({ minLength: 1, maxLength: 40 }),
      name: text(80),
      unit: id(),
      chain: id(),
      /** 万元 */
      revenue: Type.Integer({ minimum: 0 }),
      /** Percent a year. */
      growth: Type.Number({ minimum: -90, maximum: 500 }),
      /** Profit in percent of revenue. */
      margin: Type.Number({ minimum: -100, maximum: 100 }),
      staff: Type.Integer({ minimum: 0 }),
      since: year(),
    }),
    { minItems: 1, maxItems: 5000 },
  ),
});

export type HistoryContent = Static<typeof historySchema>;
