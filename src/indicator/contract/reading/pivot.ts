import { Type } from 'typebox';
import { closed, Id, IndicatorId, nullable, Period, Total } from '../shape.ts';
import { AmountSchema, AxisName, ChangeSchema, HiddenWhy, Rate } from './amount.ts';
import { IndicatorHeadSchema, PlaceSchema } from './cell.ts';

/** A table with any axes: what is asked (also what a saved report keeps) and what is answered. */

export const pivotAxes = ['indicator', 'period', 'place', 'chain', 'enterprise'] as const;
export const pivotMeasures = [
  'value',
  'toDate',
  'yearOnYear',
  'onLastPeriod',
  'toDateChange',
  'share',
  'rank',
  'target',
  'completion',
] as const;
const Axis = Type.Enum([...pivotAxes], { description: '指标、时期、地方、产业链、企业' });
export const pivotMeasureNames: Readonly<Record<(typeof pivotMeasures)[number], string>> = {
  value: '数值',
  toDate: '累计',
  yearOnYear: '同比',
  onLastPeriod: '环比',
  toDateChange: '累计同比',
  share: '占比',
  rank: '位次',
  target: '目标',
  completion: '完成率',
};

/**
 * What is on no axis has one value: the first indicator, the last period, the place itself, all chains together. Enterprises are
 * on the rows alone and of one indicator; they ask for 查看不足三家的分组.
 */
export const PivotSpecSchema = Type.Object(
  {
    rows: Type.Array(Axis, { minItems: 1, maxItems: 3, uniqueItems: true }),
    columns: Type.Array(Axis, { maxItems: 2, uniqueItems: true }),
    measures: Type.Array(Type.Enum([...pivotMeasures]), { minItems: 1, maxItems: 9, uniqueItems: true }),
    indicators: Type.Array(IndicatorId, { minItems: 1, maxItems: 20, uniqueItems: true }),
    periods: Type.Object({ from: Period, to: Period, length: Type.Enum(['month', 'quarter', 'year']) }, closed),
    axis: AxisName,
    /** null：本岗位的地区或单位 */
    place: nullable(Id),
    /** 本级的下一级、最末一级，或者只看这一级 */
    depth: Type.Enum(['children', 'leaves', 'county', 'town', 'self']),
    /** 空：上级全部产业链 */
    chains: Type.Array(Id, { maxItems: 60, uniqueItems: true }),
    /** 每组只列前几名，其余合为一行；null：全列 */
    top: nullable(Type.Integer({ minimum: 1, maximum: 500 })),
    /** 排序用的量；null：按原来的次序 */
    sort: nullable(
      Type.Object(
        { measure: Type.Enum([...pivotMeasures]), column: Type.Integer({ minimum: 0 }), descending: Type.Boolean() },
        closed,
      ),
    ),
    totals: Type.Boolean({ description: '列出合计' }),
  },
  closed,
);

export const pivotQuery = Type.Object(
  {
    spec: Type.String({ maxLength: 16_000, description: '要怎样的表，JSON，见 PivotSpec' }),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
);
export const pivotExportQuery = Type.Object(
  { spec: pivotQuery.properties.spec, format: Type.Enum(['xlsx', 'csv']) },
  closed,
);

/** Of each measure that was asked. */
export const PivotCellSchema = Type.Object(
  {
    hidden: nullable(HiddenWhy),
    value: Type.Optional(AmountSchema),
    toDate: Type.Optional(AmountSchema),
    yearOnYear: Type.Optional(ChangeSchema),
    onLastPeriod: Type.Optional(ChangeSchema),
    toDateChange: Type.Optional(ChangeSchema),
    /** 占上一级或合计的比例 */
    share: Type.Optional(nullable(Rate)),
    rank: Type.Optional(
      nullable(
        Type.Object(
          {
            place: Type.Integer({ minimum: 1 }),
            /** 没有报、不给看的都排在前面时 */
            worst: Type.Integer({ minimum: 1 }),
            of: Type.Integer({ minimum: 1 }),
          },
          closed,
        ),
      ),
    ),
    target: Type.Optional(nullable(Total)),
    completion: Type.Optional(nullable(Rate)),
  },
  closed,
);

const KeysSchema = Type.Array(
  Type.Object(
    {
      axis: Axis,
      /** '' 合计或全部；'-' 其余或未分 */
      id: Type.String(),
      name: Type.String(),
    },
    closed,
  ),
);

export const PivotColumnSchema = Type.Object(
  { keys: KeysSchema, kind: Type.Enum(['plain', 'total']), indicatorId: nullable(IndicatorId) },
  closed,
);
export const PivotRowSchema = Type.Object(
  {
    keys: KeysSchema,
    kind: Type.Enum(['plain', 'total', 'rest']),
    /** 其余一行里有几个 */
    members: nullable(Type.Integer({ minimum: 0 })),
    indicatorId: nullable(IndicatorId),
    /** 和各列对应 */
    cells: Type.Array(PivotCellSchema),
  },
  closed,
);

export const PivotSchema = Type.Object(
  {
    place: PlaceSchema,
    indicators: Type.Array(IndicatorHeadSchema),
    columns: Type.Array(PivotColumnSchema),
    rows: Type.Array(PivotRowSchema),
    total: Type.Integer({ minimum: 0 }),
    page: Type.Integer({ minimum: 1 }),
    pageSize: Type.Integer({ minimum: 1 }),
  },
  closed,
);
