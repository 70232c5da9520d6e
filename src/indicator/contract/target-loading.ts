import { Type } from 'typebox';
import { closed, FigureValue, Id, IndicatorId, Instant, nullable, Period } from './shape.ts';
import { NamedPlaceSchema, PlanIdParam, Reason, TargetId, Year } from './target.ts';

/** What loading an edition asks and answers. */

const count = Type.Integer({ minimum: 0 });

const PlaceSchema = Type.Object(
  {
    regionId: Type.String({ maxLength: 40 }),
    chainId: Type.String({ maxLength: 80 }),
    unitId: Type.String({ maxLength: 80 }),
  },
  closed,
);
const NewIndicatorSchema = Type.Object(
  { name: Type.String({ minLength: 2, maxLength: 40 }), unit: Type.String({ minLength: 1, maxLength: 12 }) },
  closed,
);
const LineKey = Type.String({
  pattern: '^[IB]\\d{1,7}(?::\\d{1,5}:\\d{1,5})?$',
  description: '条目编号；表格加行、列',
});
const Figure = Type.Number({ minimum: -1e15, maximum: 1e15 });

const LineDecisionSchema = Type.Object(
  {
    indicatorId: Type.Optional(IndicatorId),
    place: Type.Optional(PlaceSchema),
    value: Type.Optional(Figure),
    value2: Type.Optional(Figure),
    year: Type.Optional(Year),
    baseYear: Type.Optional(Year),
    firstYear: Type.Optional(Year),
    reason: Type.Optional(Reason),
    leftOut: Type.Optional(Reason),
  },
  closed,
);

/** Changes of decisions; what is null is taken back. */
export const DecideLinesBody = Type.Object(
  {
    edition: Type.Integer({ minimum: 1 }),
    revision: Type.Integer({ minimum: 0, description: '看到的修改号；0：还没有人定过' }),
    names: Type.Optional(
      Type.Array(
        Type.Object(
          {
            core: Type.String({ minLength: 1, maxLength: 200 }),
            to: nullable(
              Type.Union([
                Type.Object({ indicatorId: IndicatorId }, closed),
                Type.Object({ create: NewIndicatorSchema }, closed),
              ]),
            ),
          },
          closed,
        ),
        { maxItems: 500 },
      ),
    ),
    scopes: Type.Optional(
      Type.Array(Type.Object({ scope: Type.String({ maxLength: 200 }), place: nullable(PlaceSchema) }, closed), {
        maxItems: 500,
      }),
    ),
    lines: Type.Optional(
      Type.Array(Type.Object({ key: LineKey, decision: nullable(LineDecisionSchema) }, closed), { maxItems: 5000 }),
    ),
  },
  closed,
);

export const LoadBody = Type.Object(
  { edition: Type.Integer({ minimum: 1 }), revision: Type.Integer({ minimum: 0 }) },
  closed,
);

const CandidateSchema = Type.Object(
  {
    indicatorId: IndicatorId,
    name: Type.String(),
    unit: Type.String(),
    score: Type.Number({ minimum: 0, maximum: 1 }),
  },
  closed,
);

export const ProposedLineSchema = Type.Object(
  {
    key: LineKey,
    itemId: Type.String(),
    cell: nullable(Type.Object({ row: Type.Integer(), column: Type.Integer() }, closed)),
    ...{ name: Type.String(), text: Type.String(), scope: nullable(Type.String()), core: Type.String() },
    ...{ given: Type.Number(), given2: nullable(Type.Number()), givenUnit: Type.String() },
    op: Type.String(),
    mode: Type.String(),
    year: nullable(Type.Integer()),
    indicator: nullable(Type.Object({ id: nullable(IndicatorId), name: Type.String() }, closed)),
    unit: nullable(Type.String()),
    decimals: Type.Integer(),
    candidates: Type.Array(CandidateSchema),
    place: nullable(NamedPlaceSchema),
    value: nullable(FigureValue),
    value2: nullable(FigureValue),
    base: nullable(Type.Object({ period: Period, perYear: Type.Boolean() }, closed)),
    from: nullable(Period),
    state: Type.Enum(['ready', 'open', 'faulty', 'left-out', 'repeat'], {
      description: '可载入、待定、有错、不载入、重复',
    }),
    change: nullable(Type.Enum(['new', 'changed', 'same'], { description: '和现行目标比：新增、改动、一样' })),
    before: nullable(FigureValue),
    twin: nullable(LineKey),
    problems: Type.Array(Type.Object({ code: Type.String(), words: Type.String() }, closed)),
    notes: Type.Array(Type.String(), { description: '不妨碍载入的体检结果' }),
    decision: nullable(LineDecisionSchema),
  },
  closed,
);

export const LoadingSchema = Type.Object(
  {
    ...{ planId: PlanIdParam, plan: nullable(Type.String()), edition: Type.Integer() },
    editions: Type.Array(Type.Integer(), { description: '已发布的各版，新的在前' }),
    revision: Type.Integer({ minimum: 0 }),
    loadedAt: nullable(Instant),
    counts: Type.Object(
      {
        ...{ ready: count, open: count, faulty: count, 'left-out': count, repeat: count },
        ...{ new: count, changed: count, same: count, gone: count },
      },
      closed,
    ),
    lines: Type.Array(ProposedLineSchema),
    gone: Type.Array(
      Type.Object(
        {
          id: TargetId,
          name: Type.String({ description: '指标、地区、产业链、年份' }),
          value: FigureValue,
          unit: Type.String(),
          decimals: Type.Integer(),
          handed: Type.Integer({ minimum: 0, description: '连同已经分解下去的几个' }),
        },
        closed,
      ),
    ),
    indicators: Type.Array(Type.Object({ id: Id, name: Type.String(), unit: Type.String() }, closed), {
      description: '可以选的指标',
    }),
    places: Type.Object(
      {
        regions: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
        chains: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
      },
      closed,
    ),
    mayDefine: Type.Boolean({ description: '可以由条目新建指标' }),
  },
  closed,
);

export const LoadedSchema = Type.Object(
  {
    added: Type.Integer(),
    changed: Type.Integer(),
    same: Type.Integer(),
    ended: Type.Integer(),
    indicators: Type.Array(IndicatorId, { description: '新建的指标' }),
  },
  closed,
);
