import Type, { type Static } from 'typebox';
import { closed, id, oneOf, orNull, text } from '../../../platform/pack-loader/fields.ts';

const months = () => Type.Integer({ minimum: 0, maximum: 240 });
const percent = () => Type.Number({ minimum: -50, maximum: 100 });
const years = () => Type.Array(Type.Integer({ minimum: 0, maximum: 100_000_000 }), { minItems: 3, maxItems: 3 });

/** Enterprises of an invented place, for the demo. Times count back from the day on which the demo begins; sums are in 万元. */
export const inventedSchema = closed({
  kind: oneOf('invented-enterprises'),
  id: id(),
  source: text(),
  /** What nobody has registered may only be shown as invented. */
  invented: Type.Literal(true),
  enterprises: Type.Array(
    closed({
      name: text(120),
      code: orNull(text(18)),
      region: text(20),
      park: orNull(id()),
      /** Its own unit, whose people come in as the enterprise. */
      unit: orNull(id()),
      chain: orNull(id()),
      industry: Type.String({ pattern: '^\\d{2,4}$' }),
      scale: oneOf('large', 'medium', 'small', 'micro'),
      state: Type.Enum(['open', 'suspended', 'revoked', 'cancelled', 'moved-out'], { default: 'open' }),
      /** Years ago. */
      founded: Type.Integer({ minimum: 1, maximum: 80 }),
      capital: Type.Integer({ minimum: 1 }),
      legal: text(40),
      address: text(200),
      products: Type.Array(text(60), { maxItems: 20 }),
      /** Of the last three full years. */
      revenue: years(),
      employees: years(),
      /** Percent of its revenue, or of its assets where it is the debt. */
      rd: percent(),
      margin: percent(),
      tax: percent(),
      debt: percent(),
      export: Type.Number({ minimum: 0, maximum: 100, default: 0 }),
      /** 亩 */
      land: Type.Integer({ minimum: 0 }),
      /** How many of the last years have not been told. */
      silent: Type.Integer({ minimum: 0, maximum: 3, default: 0 }),
      titles: Type.Array(closed({ kind: id(), ago: months() }), { default: [], maxItems: 20 }),
      /** Somebody to speak to. */
      contact: orNull(text(40)),
      /** What it was before, up to some months ago. */
      changes: Type.Array(
        closed({
          ago: months(),
          part: oneOf('name', 'address', 'legalRepresentative'),
          was: text(200),
          why: text(200),
        }),
        { default: [], maxItems: 5 },
      ),
    }),
    { minItems: 1, maxItems: 1000 },
  ),
  /** What enterprises ask for themselves, by their units. */
  requests: Type.Array(
    closed({
      unit: id(),
      change: closed({
        address: Type.Optional(text(200)),
        legalRepresentative: Type.Optional(text(40)),
        products: Type.Optional(Type.Array(text(60), { maxItems: 20 })),
      }),
      ago: months(),
      reason: text(200),
    }),
    { default: [], maxItems: 50 },
  ),
  /** What enterprises were granted; sums here are in 元. */
  grants: Type.Array(
    closed({
      code: text(18),
      title: text(200),
      /** `policy/clause` */
      clause: orNull(text(160)),
      number: text(80),
      ago: months(),
      amount: Type.Integer({ minimum: 1 }),
      payer: text(80),
      /** Years after the document; null: it has not been paid. */
      paid: orNull(Type.Integer({ minimum: 0, maximum: 5 })),
    }),
    { default: [], maxItems: 200 },
  ),
  /** What the government and enterprises promised each other. */
  promises: Type.Array(
    closed({
      code: text(18),
      side: oneOf('government', 'enterprise'),
      kind: oneOf('land', 'reward', 'service', 'investment', 'output', 'revenue', 'tax', 'jobs', 'other'),
      words: text(500),
      unit: id(),
      signed: months(),
      /** Months from the day on which the demo begins; below 0: it is over. */
      due: Type.Integer({ minimum: -120, maximum: 120 }),
      /** Whole at the decimals of the kind: 元, hundredths of 亩, people. */
      amount: orNull(Type.Integer({ minimum: 1 })),
      /** Full years ago; 0: this year. */
      year: orNull(Type.Integer({ minimum: 0, maximum: 10 })),
      /** How it came out, as its unit says; null: nobody has said. */
      kept: orNull(text(200)),
    }),
    { default: [], maxItems: 200 },
  ),
  /** What enterprises ask for help with, the first with an account by themselves. */
  appeals: Type.Array(
    closed({
      code: text(18),
      kind: oneOf('land', 'labour', 'finance', 'energy', 'logistics', 'market', 'policy', 'licence', 'other'),
      title: text(80),
      words: text(2000),
      urgent: Type.Boolean({ default: false }),
      /** Who answers; null: nobody has it yet. */
      unit: orNull(id()),
      answer: orNull(text(2000)),
    }),
    { default: [], maxItems: 200 },
  ),
});

export type InventedContent = Static<typeof inventedSchema>;
export type InventedEnterprise = InventedContent['enterprises'][number];
export type InventedGrant = InventedContent['grants'][number];
export type InventedPromise = InventedContent['promises'][number];
export type InventedAppeal = InventedContent['appeals'][number];
export type InventedRequest = InventedContent['requests'][number];
