import Type, { type Static } from 'typebox';
import { closed, id, oneOf, orNull, text } from '../../../platform/pack-loader/fields.ts';

/** A word that formulas can say: no hyphens, they would read as a minus. */
const word = () => Type.String({ pattern: '^[a-z][a-z0-9_]*$', maxLength: 60 });
const described = {
  id: word(),
  name: text(40),
  from: text(80),
  /** `never`: nobody can change it any more; `once`: it happens once. Empty: freely. */
  changes: orNull(oneOf('once', 'never')),
};

/** A figure: its unit in files (`万元`, `%`, `年`; empty for a plain number), how many decimals it may have, its limits. */
const figure = closed({
  ...described,
  type: oneOf('number'),
  unit: Type.String({ maxLength: 10 }),
  decimals: Type.Integer({ minimum: 0, maximum: 8, default: 0 }),
  /** Further decimals in a file are rounded instead of refused. */
  rounds: Type.Boolean({ default: false }),
  least: Type.Number({ default: 0 }),
  most: Type.Number(),
});

const flag = closed({ ...described, type: oneOf('flag') });

const choice = closed({
  ...described,
  type: oneOf('choice'),
  options: Type.Array(closed({ id: word(), name: text(40) }), { minItems: 1, maxItems: 200 }),
});

/** What may be known of those who apply: the columns that clauses are written over. */
export const factsSchema = closed({
  kind: oneOf('facts'),
  id: id(),
  facts: Type.Array(Type.Union([figure, flag, choice]), { minItems: 1, maxItems: 500 }),
});

export type FactsContent = Static<typeof factsSchema>;
