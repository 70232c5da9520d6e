import Type from 'typebox';
import {
  closed,
  day,
  id,
  month,
  numberOrNull,
  oneOf,
  orNull,
  place,
  regionCode,
  text,
  textOrNull,
  texts,
  year,
} from './fields.ts';

/** A plan in structured form: what one official document commits to, and where it says so. */

const indicator = closed({
  id: id(),
  name: text(80),
  value: Type.Number(),
  value2: numberOrNull(),
  unit: text(20),
  op: oneOf('=', '>=', '>', '<=', '<', '~', 'range'),
  year: orNull(year()),
  mode: oneOf('level', 'increment', 'cumulative', 'annual', 'growth'),
  scope: textOrNull(80),
  place: place(),
  /** Says the same as an earlier one; kept so that every mention has its place. */
  repeat: Type.Boolean({ default: false }),
  /** May also be read as no commitment (a dated event, a rank, a budget envelope). */
  optional: Type.Boolean({ default: false }),
  /** Why the year lies outside the period of the plan. */
  yearReason: textOrNull(),
  /** The words of the document; only in packs of invented documents. */
  quote: textOrNull(400),
});

const task = closed({
  no: place(),
  title: textOrNull(80),
  lead: textOrNull(60),
  coLeads: texts(60),
  units: Type.Array(text(60), { minItems: 1 }),
  /** One entry for each bracket of units when an item has several. */
  groups: Type.Array(closed({ lead: textOrNull(60), units: texts(60) }), { default: [] }),
  /** Months in the order written. */
  deadlines: Type.Array(month(), { default: [] }),
  deadlineReason: textOrNull(),
  recurring: Type.Array(oneOf('monthly', 'quarterly', 'yearly'), { default: [] }),
});

/** Money in 万元, rates in percent. */
const clause = closed({
  id: id(),
  place: place(),
  subject: textOrNull(60),
  condition: textOrNull(160),
  kind: oneOf('fixed', 'rate', 'rate+cap', 'tiered'),
  amount: numberOrNull(),
  amountMin: numberOrNull(),
  amountMax: numberOrNull(),
  rate: numberOrNull(),
  rateMin: numberOrNull(),
  rateMax: numberOrNull(),
  base: textOrNull(60),
  cap: numberOrNull(),
  capScope: textOrNull(60),
  floor: numberOrNull(),
  payer: textOrNull(60),
  matchedBy: textOrNull(60),
  per: textOrNull(40),
  series: textOrNull(20),
  windowFrom: orNull(day()),
  windowTo: orNull(day()),
  schedule: Type.Array(closed({ year: year(), amount: Type.Number() }), { default: [] }),
  optional: Type.Boolean({ default: false }),
  quote: textOrNull(600),
});

const table = closed({
  id: id(),
  place: place(),
  title: text(80),
  columns: Type.Array(
    closed({
      heading: text(40),
      role: oneOf('total', 'part', 'year', 'other'),
      region: orNull(regionCode()),
      year: orNull(year()),
    }),
    { minItems: 1 },
  ),
  rows: Type.Array(
    closed({
      headings: Type.Array(text(60), { minItems: 1 }),
      chain: orNull(id()),
      year: orNull(year()),
      unit: textOrNull(20),
      /** Null for a dash and for an empty cell: blank is not zero. */
      values: Type.Array(Type.Union([Type.Number(), Type.Null()])),
      /** Why the parts of this row do not add up to its total. */
      anomaly: textOrNull(),
    }),
    { minItems: 1 },
  ),
});

export const planSchema = closed({
  kind: Type.Literal('plan'),
  id: id(),
  edition: Type.Integer({ minimum: 1, default: 1 }),
  title: text(120),
  docNumber: textOrNull(60),
  docNumberReason: textOrNull(),
  issuer: textOrNull(80),
  issuerReason: textOrNull(),
  region: regionCode(),
  issuedOn: orNull(day()),
  issuedOnReason: textOrNull(),
  validFrom: orNull(day()),
  validTo: orNull(day()),
  validityPlace: orNull(place()),
  /** Years the plan speaks about; figures of other years give a reason. */
  period: closed({ from: year(), to: year() }),
  /** Documents of 临江 are invented; real ones hold no words of the original. */
  invented: Type.Boolean({ default: false }),
  /** The document itself when it lies beside the pack, and which document of the file it is (from 1). */
  file: textOrNull(60),
  part: Type.Integer({ minimum: 1, default: 1 }),
  addressees: texts(80),
  chains: Type.Array(id(), { default: [] }),
  /** The plans it answers to; `pack` when they are here too. */
  parents: Type.Array(closed({ title: text(120), docNumber: textOrNull(60), pack: orNull(id()), place: place() }), {
    default: [],
  }),
  /** An earlier edition of the same plan. */
  replaces: orNull(id()),
  stacking: orNull(closed({ rule: oneOf('highest-only', 'no-double', 'cumulative'), place: place() })),
  inherited: orNull(closed({ units: texts(60), from: place(), place: place() })),
  /** Units that no register knows, with the reason why they may stand. */
  localUnits: Type.Array(closed({ name: text(60), reason: text() }), { default: [] }),
  annexes: Type.Array(closed({ no: place(), title: text(120) }), { default: [] }),
  outline: Type.Array(closed({ no: place(), title: textOrNull(80) }), { minItems: 1 }),
  indicators: Type.Array(indicator, { default: [] }),
  tasks: Type.Array(task, { default: [] }),
  clauses: Type.Array(clause, { default: [] }),
  tables: Type.Array(table, { default: [] }),
});

export type PlanContent = Type.Static<typeof planSchema>;
export type PlanTable = PlanContent['tables'][number];
