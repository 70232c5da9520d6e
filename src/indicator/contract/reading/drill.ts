import { Type } from 'typebox';
import { listAnswer } from '../../../../platform/http/list-query.ts';
import { closed, FigureValue, Id, IndicatorId, Instant, nullable, Period, Total } from '../shape.ts';
import { AmountSchema, AxisName, HiddenWhy, Rate, VintageMixSchema, VintageName } from './amount.ts';
import { HeadingSchema, IndicatorHeadSchema, PlaceSchema, ReadingSchema } from './cell.ts';
import { TargetReadingSchema } from './target.ts';

const Count = Type.Integer({ minimum: 0 });

/** Which cell: an indicator at the end of a period, in a place, of a chain and all below it or of all chains. */
const cellAsked = {
  indicator: IndicatorId,
  period: Period,
  axis: Type.Optional(AxisName),
  place: Type.Optional(Id),
  chain: Type.Optional(Id),
};

export const cellQuery = Type.Object(
  {
    ...cellAsked,
    by: Type.Optional(Type.Enum(['place', 'chain'], { description: '往下按什么分，缺省按地方' })),
    at: Type.Optional(Instant),
  },
  closed,
);

const BasisSchema = Type.Object({ id: Type.String(), from: nullable(Type.String()), words: Type.String() }, closed);

/** What is behind one cell. */
export const CellSchema = Type.Object(
  {
    indicator: IndicatorHeadSchema,
    /** 计算方法，一句话 */
    rule: nullable(Type.String()),
    source: nullable(Type.String()),
    /** 本期的口径，和历次的口径 */
    basis: nullable(BasisSchema),
    bases: Type.Array(BasisSchema),
    place: PlaceSchema,
    chain: nullable(HeadingSchema),
    period: Period,
    /** null：现在 */
    at: nullable(Instant),
    hidden: nullable(HiddenWhy),
    reading: nullable(ReadingSchema),
    targets: Type.Array(TargetReadingSchema),
    /** 各期的数：今年和上一年 */
    series: Type.Array(
      Type.Object(
        {
          period: Period,
          value: nullable(Total),
          hidden: nullable(HiddenWhy),
          vintages: VintageMixSchema,
          figures: Count,
          firms: Count,
        },
        closed,
      ),
    ),
    /** 往下一级：同期今年以来 */
    parts: Type.Array(
      Type.Object(
        {
          heading: HeadingSchema,
          hidden: nullable(HiddenWhy),
          actual: nullable(AmountSchema),
          share: nullable(Rate),
          toDate: nullable(Rate),
        },
        closed,
      ),
    ),
    /** 本级自报的数 */
    own: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          period: Period,
          unit: Type.Object({ id: Type.String(), name: Type.String() }, closed),
          value: nullable(FigureValue),
          reason: nullable(Type.String()),
          vintage: VintageName,
          savedAt: Instant,
          by: Type.String(),
        },
        closed,
      ),
    ),
    /** 能不能再往下看一家家企业 */
    mayFigures: Type.Boolean(),
  },
  closed,
);

/** Figures behind a cell: whole numbers, who reported them and who approved them. */
export const FigureRowSchema = Type.Object(
  {
    id: Type.String(),
    indicatorId: IndicatorId,
    period: Period,
    enterprise: nullable(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
    unit: Type.Object({ id: Type.String(), name: Type.String() }, closed),
    region: Type.Object({ id: Type.String(), name: Type.String() }, closed),
    chain: nullable(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
    value: nullable(FigureValue),
    /** 说明没有时的原因 */
    reason: nullable(Type.String()),
    vintage: VintageName,
    revision: Type.Integer({ minimum: 1 }),
    savedAt: Instant,
    reportedBy: Type.String(),
    reportedAt: Instant,
    /** 最后一次改的人 */
    changedBy: Type.String(),
    /** 审核通过所在那张表的人；null：还没有审核，或者不是填报表来的 */
    approvedBy: nullable(Type.String()),
    approvedAt: nullable(Instant),
    note: nullable(Type.String()),
  },
  closed,
);
export const FigureListSchema = listAnswer(FigureRowSchema);

export const figureParams = Type.Object({ figureId: Type.String({ pattern: '^[1-9]\\d{0,15}$' }) }, closed);

/** Every version of one figure, the newest first. */
export const FigureVersionsSchema = Type.Object(
  {
    figure: FigureRowSchema,
    indicator: IndicatorHeadSchema,
    versions: Type.Array(
      Type.Object(
        {
          revision: Type.Integer({ minimum: 1 }),
          value: nullable(FigureValue),
          reason: nullable(Type.String()),
          vintage: VintageName,
          savedAt: Instant,
          by: Type.String(),
          note: nullable(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
);

export const cellFiguresMore = cellAsked;
