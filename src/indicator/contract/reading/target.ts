import { Type } from 'typebox';
import { closed, nullable, Period, Total } from '../shape.ts';
import { Rate } from './amount.ts';

/** A target held against a cell, as it travels. */

export const LightName = Type.Enum(['green', 'blue', 'yellow', 'red']);

const MissingSchema = Type.Object(
  {
    code: Type.Enum(['months', 'reporters', 'base', 'base-not-positive', 'first-year', 'divisor-zero']),
    periods: Type.Optional(Type.Array(Period)),
    period: Type.Optional(Period),
    given: Type.Optional(Total),
    limit: Type.Optional(Type.Integer()),
  },
  closed,
);

const paceReasons = [
  'pace',
  'early',
  'met',
  'not-met',
  'nothing-expected',
  'nothing-reported',
  'start-unknown',
  'goal-unknown',
] as const;

const PaceSchema = Type.Object(
  {
    through: nullable(Period),
    /** 到这时应完成的比例 */
    expected: nullable(Rate),
    expectedFigure: nullable(Total),
    ahead: nullable(Total),
    pace: nullable(Rate),
    path: Type.Enum(['seasonal', 'linear']),
    light: nullable(LightName),
    limit: nullable(Type.Integer()),
    because: Type.Enum([...paceReasons]),
  },
  closed,
);

/** The sentence or cell of the plan that a target comes from. */
export const TargetSourceSchema = Type.Object(
  {
    planId: Type.String(),
    edition: Type.Integer(),
    itemId: Type.String(),
    row: nullable(Type.Integer()),
    column: nullable(Type.Integer()),
    said: Type.String({ description: '方案里的名称和数' }),
  },
  closed,
);

export const TargetReadingSchema = Type.Object(
  {
    id: Type.String(),
    period: Period,
    op: Type.Enum(['>=', '>', '<=', '<', '=', '~', 'range']),
    mode: Type.Enum(['level', 'increment', 'cumulative', 'annual', 'growth']),
    value: Total,
    value2: nullable(Total),
    /** 调整以前的值 */
    first: Total,
    edition: Type.String(),
    base: nullable(Type.Object({ period: Period, value: nullable(Total), perYear: Type.Boolean() }, closed)),
    from: nullable(Period),
    sense: Type.Enum(['floor', 'ceiling', 'exact']),
    state: Type.Enum(['met', 'not-met', 'open']),
    actual: nullable(Total),
    start: nullable(Total),
    /** 正好完成时的数 */
    goal: nullable(Total),
    /** 完成率 */
    share: nullable(Rate),
    gap: nullable(Total),
    missing: Type.Array(MissingSchema),
    pace: nullable(PaceSchema),
    source: nullable(TargetSourceSchema),
  },
  closed,
);

export const ForecastSchema = Type.Object(
  {
    value: nullable(Total),
    low: nullable(Total),
    high: nullable(Total),
    method: nullable(Type.Enum(['path', 'line', 'over'])),
    level: nullable(Type.Integer({ description: '区间有多大把握，百分之几' })),
    years: Type.Array(Type.String(), { description: '从哪几年学来' }),
    why: nullable(
      Type.Enum([
        'kind',
        'nothing-reported',
        'months-missing',
        'reporters-missing',
        'start-unknown',
        'nothing-expected',
      ]),
    ),
    outlook: nullable(Type.Enum(['met', 'not-met', 'open'])),
  },
  closed,
);

export const LightSchema = Type.Object(
  {
    light: nullable(LightName),
    because: Type.Enum([...paceReasons, 'no-target', 'other-period', 'months-missing', 'reporters-missing']),
    limit: nullable(Type.Integer()),
  },
  closed,
);

/** Which share of a year is expected by each month, and from which years and which place that was learned. */
export const PathSchema = Type.Object(
  {
    kind: Type.Enum(['seasonal', 'linear']),
    /** 本地往年不足两年时用上级的 */
    learnedFrom: nullable(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
    years: Type.Array(Type.String()),
    shares: Type.Array(Type.Integer()),
    between: Type.Array(Type.Integer()),
  },
  closed,
);
