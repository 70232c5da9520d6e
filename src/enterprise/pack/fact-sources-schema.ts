import Type, { type Static } from 'typebox';
import { closed, id, oneOf, text } from '../../../platform/pack-loader/fields.ts';

const word = () => Type.String({ pattern: '^[a-z][a-z0-9_]*$', maxLength: 60 });

/** Where the register has each fact from. Facts without a line are kept by themselves, each from a day on. */
export const factSourcesSchema = closed({
  kind: oneOf('fact-sources'),
  id: id(),
  sources: Type.Array(
    Type.Union([
      /** Sum of a yearly figure over `years` years, the last of which is `back` years before the last full year. */
      closed({
        fact: word(),
        figure: word(),
        back: Type.Integer({ minimum: 0, maximum: 5, default: 0 }),
        years: Type.Integer({ minimum: 1, maximum: 5, default: 1 }),
      }),
      /** Mean of the growth rates of a figure over so many years, cut after the last decimal of the fact. */
      closed({ fact: word(), growth: word(), years: Type.Integer({ minimum: 1, maximum: 5 }) }),
      /** The greatest of all years before the last full one. */
      closed({ fact: word(), greatest: word() }),
      /** `year`: when it was last given; `first-year`: when first; both 0 for never. `valid`: whether it holds on the day. */
      closed({ fact: word(), title: id(), gives: oneOf('year', 'first-year', 'valid') }),
      /** Full years and hundredths since it was founded. */
      closed({ fact: word(), since: oneOf('founded') }),
      /** Whether its industry is among these codes of GB/T 4754, by their beginnings. */
      closed({
        fact: word(),
        industries: Type.Array(Type.String({ pattern: '^[0-9]{2,4}$' }), { minItems: 1, maxItems: 200 }),
      }),
      /** Whether its main chain is one of these. */
      closed({ fact: word(), chains: Type.Array(id(), { minItems: 1, maxItems: 200 }) }),
      /** Options by beginnings of the code of its region, or by its main chain; whoever is in none has no value. */
      closed({
        fact: word(),
        options: Type.Array(
          closed({
            option: word(),
            regions: Type.Array(text(20), { default: [], maxItems: 50 }),
            chains: Type.Array(id(), { default: [], maxItems: 50 }),
          }),
          { minItems: 1, maxItems: 100 },
        ),
      }),
      /** Kept by itself, and grows by a year a year from the day it was kept from. */
      closed({ fact: word(), grows: Type.Literal(true) }),
    ]),
    { minItems: 1, maxItems: 500 },
  ),
});

export type FactSourcesContent = Static<typeof factSourcesSchema>;
export type FactSource = FactSourcesContent['sources'][number];
