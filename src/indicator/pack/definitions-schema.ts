import Type, { type Static } from 'typebox';
import { closed, id, oneOf, text, textOrNull } from '../../../platform/pack-loader/fields.ts';

const period = () => Type.String({ pattern: '^[0-9]{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$' });

const described = {
  id: id(),
  name: text(40),
  /** What else plans call it. */
  aliases: Type.Optional(Type.Array(text(40), { maxItems: 20 })),
  /** As it is written behind the number. */
  unit: Type.String({ maxLength: 12 }),
  decimals: Type.Integer({ minimum: 0, maximum: 6, default: 0 }),
  direction: oneOf('up', 'down', 'none'),
  frequency: oneOf('month', 'quarter', 'year'),
  /** What counts and what does not; a later one with the period from which on it holds. */
  bases: Type.Array(
    closed({
      id: id(),
      from: Type.Union([period(), Type.Null()], { default: null }),
      words: text(300),
    }),
    { default: [], maxItems: 20 },
  ),
  source: textOrNull(80),
};

const limits = {
  least: Type.Union([Type.Number(), Type.Null()], { default: null }),
  most: Type.Union([Type.Number(), Type.Null()], { default: null }),
};
const measures = oneOf('flow', 'cumulative', 'stock');

const sum = closed({ ...described, kind: oneOf('sum', 'max'), measures, ...limits });

const ratio = closed({
  ...described,
  kind: oneOf('ratio'),
  above: id(),
  below: id(),
  /** 100 for percent. */
  times: Type.Integer({ minimum: 1, maximum: 1_000_000, default: 1 }),
});

const count = closed({
  ...described,
  kind: oneOf('count'),
  /** Enterprises of which this figure … */
  of: id(),
  op: oneOf('>', '>=', '<', '<=', '='),
  /** … compares so with this, in the unit of that indicator. */
  value: Type.Number(),
});

const formula = closed({
  ...described,
  kind: oneOf('formula'),
  plus: Type.Array(id(), { minItems: 1, maxItems: 50 }),
  minus: Type.Array(id(), { default: [], maxItems: 50 }),
});

/** What is measured: indicators as an office describes them. */
export const definitionsSchema = closed({
  kind: oneOf('indicators'),
  id: id(),
  indicators: Type.Array(Type.Union([sum, ratio, count, formula]), { minItems: 1, maxItems: 2000 }),
});

export type DefinitionsContent = Static<typeof definitionsSchema>;
export type DefinitionEntry = DefinitionsContent['indicators'][number];
