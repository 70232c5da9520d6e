import Type, { type TSchema } from 'typebox';
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
import type { GivenValue, PolicySource } from '../domain/index.ts';

/** A formula as an office writes it: `营业收入 > 50亿元`. */
const formula = () => text(1000);

const named = Type.Union([
  /** Over a border for the first time in its history: now above, never before. */
  closed({ 'first-over': closed({ value: formula(), before: formula(), over: formula() }) }),
  /** Got something in a year and still has it in the year after: `since` is a fact in years, `now` a yes or no. */
  closed({ 'still-held': closed({ since: formula(), in: formula(), now: formula() }) }),
]);

/** Conditions stand in one another three deep; deeper ones nobody can countersign. */
const condition = (deep: number): TSchema =>
  deep === 0
    ? formula()
    : Type.Union([
        formula(),
        named,
        closed({ all: Type.Array(condition(deep - 1), { minItems: 1, maxItems: 30 }) }),
        closed({ any: Type.Array(condition(deep - 1), { minItems: 1, maxItems: 30 }) }),
        closed({ not: condition(deep - 1) }),
      ]);

/** A condition as other packs write it too: a formula, a named one, or several of them two deep. */
export const conditionSchema = condition(2);

const step = closed({
  /** Where the step begins or ends; the first that fits counts. */
  when: oneOf('=', '>=', '>', '<=', '<'),
  border: formula(),
  pay: formula(),
});

const pay = (deep: number): TSchema =>
  Type.Union([
    formula(),
    closed({ rate: formula(), of: formula(), most: orNull(formula()) }),
    closed({ each: formula(), count: formula(), most: orNull(formula()) }),
    closed({ tiers: closed({ of: formula(), steps: Type.Array(step, { minItems: 1, maxItems: 100 }) }) }),
    ...(deep === 0
      ? []
      : [
          closed({ highest: Type.Array(pay(deep - 1), { minItems: 2, maxItems: 20 }) }),
          closed({ sum: Type.Array(pay(deep - 1), { minItems: 2, maxItems: 20 }) }),
        ]),
  ]);

const figureOrFlag = Type.Union([Type.Number(), Type.Boolean(), text(40), Type.Null()]);

/** By id or name: figures as written in files (万元, %), yes or no, options; null for one that is not known. */
const givenFacts = () => Type.Record(Type.String({ maxLength: 60 }), figureOrFlag, { default: {}, maxProperties: 500 });

const example = closed({
  /** What the example shows: 正好在门槛上. */
  title: text(80),
  on: orNull(day()),
  facts: givenFacts(),
  /** 元; null: cannot tell yet. */
  pays: orNull(Type.Integer({ minimum: 0 })),
});

const clause = closed({
  id: id(),
  title: text(80),
  place: place(),
  /** Who it is for, in words. */
  for: text(80),
  scope: Type.Array(condition(2), { default: [], maxItems: 30 }),
  when: Type.Array(condition(3), { default: [], maxItems: 30 }),
  pay: pay(1),
  cap: orNull(formula()),
  /** Below it nothing is paid. */
  floor: orNull(formula()),
  /** What the same has been paid before, as facts, counts against these limits. */
  limits: Type.Array(closed({ name: text(40), most: formula(), paid: formula() }), { default: [], maxItems: 5 }),
  round: closed({ to: oneOf('元', '百元', '千元', '万元'), mode: oneOf('half-up', 'down', 'up') }),
  /** Shares in percent; what rounding leaves goes to `rest`. */
  payers: Type.Array(closed({ payer: text(40), percent: Type.Number({ minimum: 0, maximum: 100 }) }), {
    minItems: 1,
    maxItems: 10,
  }),
  rest: orNull(text(40)),
  group: orNull(id()),
  /** Where groups overlap: further ones that it stands in. */
  alsoIn: Type.Array(id(), { default: [], maxItems: 8 }),
  window: orNull(closed({ from: day(), to: day() })),
  evidence: texts(80),
  /** What the document leaves open, and how it is read here. */
  open: texts(300),
  examples: Type.Array(example, { minItems: 1, maxItems: 60 }),
});

const group = closed({
  id: id(),
  name: text(60),
  place: place(),
  /** `highest`: 就高不重复; `all`: each is paid. */
  rule: oneOf('highest', 'all'),
});

const budget = closed({
  id: id(),
  name: text(60),
  place: place(),
  /** A formula without facts: the sum is the same whoever applies. */
  amount: text(100),
  /** What was paid from it before. */
  used: textOrNull(100),
  /** Ids of groups or clauses; none: all of the policy. */
  covers: Type.Array(id(), { default: [], maxItems: 300 }),
  rule: oneOf('pro-rata', 'first-come', 'priority'),
  /** A fact: a day for first come, a rank or a figure for priority. */
  by: textOrNull(60),
  first: orNull(oneOf('smallest', 'largest')),
});

/** A figure with its name and the days from which its values hold. */
export const parameterSchema = closed({
  id: Type.String({ pattern: '^[a-z][a-z0-9_]*$', maxLength: 60 }),
  name: text(40),
  place: textOrNull(60),
  /** Why it is a parameter, when the document leaves it open. */
  reason: textOrNull(300),
  values: Type.Array(closed({ from: orNull(day()), value: text(100) }), { minItems: 1, maxItems: 40 }),
});

/** The support clauses of one official document as rules: who gets what, why, from whom. */
export const policySchema = closed({
  kind: oneOf('policy'),
  id: id(),
  title: text(120),
  docNumber: textOrNull(60),
  /** Why there is none. */
  docNumberReason: textOrNull(),
  issuer: text(60),
  /** The plan pack of the same document, if it is here. */
  plan: orNull(id()),
  level: oneOf('国家', '省', '市', '县'),
  validFrom: orNull(day()),
  validTo: orNull(day()),
  /** The year whose events are rewarded; null: the year of the day asked for. */
  eventYear: orNull(Type.Integer({ minimum: 1990, maximum: 2200 })),
  /** The day of the examples that name none; null: the last day of the event year, or of the first year in force. */
  examplesOn: orNull(day()),
  /** What every example starts from. */
  examplesAbout: givenFacts(),
  parameters: Type.Array(parameterSchema, { default: [], maxItems: 100 }),
  /** Who gets nothing at all. */
  exclude: Type.Array(closed({ when: condition(2), words: text(80), place: textOrNull(60) }), {
    default: [],
    maxItems: 20,
  }),
  scope: Type.Array(condition(2), { default: [], maxItems: 30 }),
  groups: Type.Array(group, { default: [], maxItems: 100 }),
  clauses: Type.Array(clause, { minItems: 1, maxItems: 300 }),
  /** Sums that are set aside, in the order in which they are applied. */
  budgets: Type.Array(budget, { default: [], maxItems: 30 }),
  /** What the document as a whole leaves open, and how it is read here. */
  open: texts(300),
});

/** A policy that fits the schema; written out, because conditions stand in one another. */
export interface PolicyContent extends PolicySource {
  readonly kind: 'policy';
  readonly docNumberReason: string | null;
  readonly open: readonly string[];
  readonly examplesOn: string | null;
  readonly examplesAbout: Readonly<Record<string, GivenValue>>;
}
