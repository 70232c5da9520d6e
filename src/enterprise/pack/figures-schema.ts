import Type, { type Static } from 'typebox';
import { closed, id, oneOf, text } from '../../../platform/pack-loader/fields.ts';

/** What is reported of an enterprise for a year or a month. */
export const figuresSchema = closed({
  kind: oneOf('enterprise-figures'),
  id: id(),
  figures: Type.Array(
    closed({
      id: Type.String({ pattern: '^[a-z][a-z0-9_]*$', maxLength: 60 }),
      name: text(40),
      /** What headings of files call it besides. */
      aliases: Type.Array(text(40), { default: [], maxItems: 20 }),
      unit: text(10),
      decimals: Type.Integer({ minimum: 0, maximum: 6 }),
      least: Type.Number(),
      most: Type.Number(),
      period: oneOf('year', 'month', 'both'),
    }),
    { minItems: 1, maxItems: 200 },
  ),
});

export type FiguresContent = Static<typeof figuresSchema>;
export type FigureEntry = FiguresContent['figures'][number];
