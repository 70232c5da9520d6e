import { Type } from 'typebox';
import { listAnswer } from '../../../platform/http/list-query.ts';
import { closed, Day, FigureValue, Id, IndicatorId, Instant, nullable, oneOf, Period } from './shape.ts';
import { handedNames, modeNames, originNames } from './target-fields.ts';

/** What targets look like from outside. Figures are whole numbers as the indicator keeps them; growth in millionths. */

const Op = Type.Enum(['=', '>=', '>', '<=', '<', '~', 'range']);
export const PlanIdParam = Type.String({ pattern: '^[0-9a-hjkmnp-tv-z]{10}$' });
export const TargetId = Type.String({ pattern: '^[A-Za-z0-9-]{1,40}$' });
export const Year = Type.Integer({ minimum: 1900, maximum: 2200 });
export const Reason = Type.String({ minLength: 2, maxLength: 500 });
const count = Type.Integer({ minimum: 0 });
const Person = Type.Object({ id: Type.String(), name: Type.String() }, closed);

export const NamedPlaceSchema = Type.Object(
  {
    ...{ regionId: Type.String(), regionName: Type.String() },
    ...{ chainId: Type.String({ description: '空：不分产业链' }), chainName: nullable(Type.String()) },
    ...{ unitId: Type.String({ description: '空：地区自己' }), unitName: nullable(Type.String()) },
  },
  closed,
);

/** How a figure of this target is written. */
const measured = {
  indicatorId: IndicatorId,
  indicator: Type.String(),
  unit: Type.String({ description: '增长目标为 %' }),
  decimals: Type.Integer({ minimum: 0, maximum: 6, description: '数值的小数位；增长目标为 4' }),
  mode: oneOf(modeNames),
  op: Op,
  period: Period,
};

export const SourceSchema = Type.Object(
  {
    ...{ planId: PlanIdParam, plan: nullable(Type.String({ description: '方案标题；看不到方案时没有' })) },
    ...{ edition: Type.Integer(), confirmedEdition: Type.Integer({ description: '仍这样写的最近一版' }) },
    itemId: Type.String(),
    cell: nullable(Type.Object({ row: count, column: count }, closed)),
    said: Type.String({ description: '方案里的原话' }),
    remark: nullable(Type.String({ description: '有疑问仍采用的理由' })),
  },
  closed,
);

export const TargetRowSchema = Type.Object(
  {
    id: TargetId,
    ...measured,
    place: NamedPlaceSchema,
    enterprise: nullable(Type.String()),
    value: FigureValue,
    value2: nullable(FigureValue),
    first: FigureValue,
    origin: oneOf(originNames),
    handed: oneOf(handedNames),
    /** 没有分解下去的；加码为负 */
    rest: nullable(FigureValue),
    planId: PlanIdParam,
    plan: nullable(Type.String()),
    edition: Type.Integer(),
  },
  closed,
);
export const TargetListSchema = listAnswer(TargetRowSchema);

export const AdjustmentSchema = Type.Object(
  {
    ...{ id: TargetId, state: Type.Enum(['asked', 'approved', 'refused']), holdsOn: Day },
    ...{ before: FigureValue, value: FigureValue, reason: Type.String() },
    ...{ askedAt: Instant, askedBy: Person },
    ...{ decidedAt: nullable(Instant), decidedBy: nullable(Person), decision: nullable(Type.String()) },
  },
  closed,
);
export const ObjectionSchema = Type.Object(
  {
    ...{ id: TargetId, reason: Type.String(), at: Instant, by: Person },
    ...{ answer: nullable(Type.String()), answeredAt: nullable(Instant), answeredBy: nullable(Person) },
  },
  closed,
);

/** A place of the tree: with a target, prepared to get one, or without. */
export const PartSchema = Type.Object(
  {
    key: Type.String({ description: '地区、单位、企业合成的键' }),
    depth: Type.Integer({ minimum: 1 }),
    parentKey: nullable(Type.String()),
    targetId: nullable(TargetId),
    ...{ regionId: Type.String(), unitId: Type.String(), enterpriseId: Type.String(), name: Type.String() },
    /** 去年实绩，与目标同一种数 */
    last: nullable(FigureValue),
    value: nullable(FigureValue),
    first: nullable(FigureValue),
    /** 可以相加的数：增长和比率折算成的水平 */
    level: nullable(FigureValue),
    state: Type.Enum(['issued', 'draft', 'none'], { description: '已下达、拟下达、还没有' }),
    fixed: Type.Boolean({ description: '手工定的，测算时不动' }),
    sum: nullable(
      Type.Object(
        {
          state: Type.Enum(['exact', 'stricter', 'looser', 'partly', 'none', 'without-own']),
          ...{ handed: FigureValue, rest: nullable(FigureValue) },
          overshoot: nullable(Type.Integer({ description: '超出自己目标的比例，百万分之几' })),
          intended: Type.Boolean(),
        },
        closed,
      ),
    ),
  },
  closed,
);

export const TargetSchema = Type.Object(
  {
    id: TargetId,
    revision: Type.Integer(),
    ...measured,
    place: NamedPlaceSchema,
    enterprise: nullable(Type.String()),
    ...{ value: FigureValue, value2: nullable(FigureValue), first: FigureValue, setOn: Day },
    base: nullable(Type.Object({ period: Period, value: nullable(FigureValue), perYear: Type.Boolean() }, closed)),
    from: nullable(Period),
    source: SourceSchema,
    origin: oneOf(originNames),
    parent: nullable(Type.Object({ id: TargetId, name: Type.String() }, closed)),
    ...{ endedOn: nullable(Day), replacedBy: nullable(TargetId), replaces: nullable(TargetId) },
    by: Person,
    createdAt: Instant,
    adjustments: Type.Array(AdjustmentSchema),
    objections: Type.Array(ObjectionSchema),
    overshoot: Type.Integer({ minimum: 0, description: '允许加码的比例，百万分之几' }),
    draftRevision: Type.Integer({ minimum: 0, description: '0：没有草稿' }),
    lastPeriod: nullable(Period),
    top: PartSchema.properties.sum,
    /** 要相加的数与目标不同：先折算成水平 */
    converted: Type.Boolean(),
    parts: Type.Array(PartSchema),
    can: Type.Array(Type.Enum(['handDown', 'adjust', 'approve', 'object', 'answer'])),
  },
  closed,
);

/** A part as a person sets it. */
export const DraftPartSchema = Type.Object(
  {
    regionId: Type.String({ maxLength: 40 }),
    unitId: Type.String({ maxLength: 80 }),
    enterpriseId: Type.String({ maxLength: 80, pattern: '^[A-Za-z0-9._-]*$' }),
    enterpriseName: Type.String({ maxLength: 120 }),
    value: nullable(FigureValue),
    fixed: Type.Boolean(),
  },
  closed,
);
export const DraftBody = Type.Object(
  {
    revision: Type.Integer({ minimum: 0, description: '看到的草稿修改号；0：还没有' }),
    overshoot: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    parts: Type.Array(DraftPartSchema, { maxItems: 2000 }),
  },
  closed,
);
export const ProposeBody = Type.Object(
  {
    method: Type.Enum(['last-year', 'even'], { description: '按去年占比（增长、比率按同一幅度）、平均' }),
    parts: DraftBody.properties.parts,
  },
  closed,
);
export const ProposalSchema = Type.Object(
  {
    method: Type.Enum(['share', 'same-rate', 'same-factor', 'even']),
    parts: DraftBody.properties.parts,
    without: Type.Array(Type.String(), { description: '去年没有数，算不出的' }),
  },
  closed,
);
export const AdjustBody = Type.Object({ holdsOn: Day, value: FigureValue, reason: Reason }, closed);
export const DecideBody = Type.Object({ approve: Type.Boolean(), words: Type.String({ maxLength: 500 }) }, closed);
export const ReasonBody = Type.Object({ reason: Reason }, closed);
export const AnswerBody = Type.Object({ answer: Reason }, closed);
export const IssueBody = Type.Object({ revision: Type.Integer({ minimum: 1 }) }, closed);
export const ChildIds = Type.Object({ targetId: TargetId, id: Id }, closed);
export const Done = Type.Object({ targetId: TargetId }, closed);
