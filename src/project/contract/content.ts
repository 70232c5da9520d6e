import { Type } from 'typebox';
import { natureNames } from '../domain/model/index.ts';
import { closed, Day, Fen, Id, Month, nullable, oneOf, Words, Year } from './shape.ts';

/** What is known of a project, part by part; each part is saved as a whole. */

const Hundredths = Type.Integer({ minimum: 0, maximum: 10_000_000_000, description: '整数，单位百分之一亩' });
const line = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '\\S' });

export const FactsSchema = Type.Object(
  {
    name: line(120),
    code: nullable(Type.String({ pattern: '^[0-9A-Za-z-]{6,40}$', description: '投资项目在线审批监管平台代码' })),
    enterprise: line(120),
    creditCode: nullable(Type.String({ pattern: '^[0-9A-HJ-NP-RT-UW-Y]{18}$', description: '统一社会信用代码' })),
    nature: oneOf(natureNames),
    site: Type.String({ maxLength: 200 }),
    scope: Words,
    totalFen: Fen,
    startMonth: nullable(Month),
    completionMonth: nullable(Month),
    productionMonth: nullable(Month),
    note: Words,
  },
  closed,
);

export const PlanSchema = Type.Array(
  Type.Object({ year: Year, fen: Fen, months: nullable(Type.Array(Fen, { minItems: 12, maxItems: 12 })) }, closed),
  { maxItems: 30 },
);

export const PermitsSchema = Type.Array(
  Type.Object(
    {
      kind: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$', description: '时限表里的种类；other：别的' }),
      name: line(80),
      plannedOn: nullable(Day),
      acceptedOn: nullable(Type.String({ ...Day, description: '受理日期：时限从这一天算起' })),
      doneOn: nullable(Day),
      number: Type.String({ maxLength: 80 }),
    },
    closed,
  ),
  { maxItems: 60 },
);

export const MilestonesSchema = Type.Array(
  Type.Object({ name: line(80), plannedOn: nullable(Day), doneOn: nullable(Day) }, closed),
  { maxItems: 60 },
);

export const MeansSchema = Type.Object(
  {
    landNeeded: nullable(Hundredths),
    landGiven: nullable(Hundredths),
    energyTonnes: nullable(Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: '年综合能耗，吨标准煤' })),
    powerKilowatts: nullable(Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: '用电负荷，千瓦' })),
    loans: Type.Array(Type.Object({ bank: line(80), wantedFen: Fen, grantedFen: Fen, drawnFen: Fen }, closed), {
      maxItems: 30,
    }),
    note: Words,
  },
  closed,
);

export const FollowersSchema = Type.Array(
  Type.Object(
    {
      kind: Type.Enum(['unit', 'person']),
      id: Id,
      name: Type.String({ maxLength: 80 }),
      role: line(20),
    },
    closed,
  ),
  { maxItems: 20 },
);

export const BeforeSchema = nullable(Type.Object({ fen: Fen, until: Month }, closed));

export const ContentSchema = Type.Object(
  {
    facts: FactsSchema,
    before: BeforeSchema,
    plan: PlanSchema,
    permits: PermitsSchema,
    milestones: MilestonesSchema,
    means: MeansSchema,
    followers: FollowersSchema,
  },
  closed,
);

/** The parts that are to be new; the others stay as they are. */
export const ChangeSchema = Type.Partial(ContentSchema, closed);
