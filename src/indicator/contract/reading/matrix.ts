import { Type } from 'typebox';
import { closed, Id, nullable, Period, Total } from '../shape.ts';
import { AxisName, HiddenWhy, Rate } from './amount.ts';
import { HeadingSchema, IndicatorHeadSchema, PlaceSchema, ReadingSchema } from './cell.ts';

const Count = Type.Integer({ minimum: 0 });

/** Ids with commas between them. */
export const ids = (most: number, description: string) =>
  Type.String({ maxLength: most * 81, pattern: `^[A-Za-z0-9._@-]+(,[A-Za-z0-9._@-]+){0,${most - 1}}$`, description });

export const matrixQuery = Type.Object(
  {
    indicators: ids(8, '指标，用逗号隔开；一个指标一张矩阵'),
    period: Type.Optional(Period),
    axis: Type.Optional(AxisName),
    place: Type.Optional(Id),
    chains: Type.Optional(ids(60, '哪些产业链；没有：全部')),
    explain: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, description: '用几格解释差距，缺省 3' })),
  },
  closed,
);

export const MatrixCellSchema = Type.Object(
  {
    row: Type.String(),
    column: Type.String(),
    hidden: nullable(HiddenWhy),
    /** null：不给看 */
    reading: nullable(ReadingSchema),
  },
  closed,
);

const MatrixTotalSchema = Type.Object(
  {
    id: Type.String(),
    actual: nullable(Total),
    expected: nullable(Total),
    goal: nullable(Total),
    lights: Type.Object({ green: Count, blue: Count, yellow: Count, red: Count, none: Count }, closed),
    cells: Count,
    known: Count,
    hidden: Count,
  },
  closed,
);

const GapPartSchema = Type.Object({ row: Type.String(), column: Type.String(), amount: Total, share: Rate }, closed);

/** Which cells explain the gap; those behind and those ahead are never netted. */
export const GapSchema = Type.Object(
  {
    gap: Total,
    shortfall: Total,
    surplus: Total,
    behind: Type.Array(GapPartSchema),
    explained: nullable(Rate),
    others: Type.Object({ cells: Count, amount: Total }, closed),
    offsetting: Type.Array(GapPartSchema),
    unknown: Type.Array(Type.Object({ row: Type.String(), column: Type.String() }, closed)),
  },
  closed,
);

/** Chains × places of one indicator; row by row. */
export const MatrixSchema = Type.Object(
  {
    indicator: IndicatorHeadSchema,
    asOf: Period,
    rows: Type.Array(HeadingSchema),
    columns: Type.Array(HeadingSchema),
    cells: Type.Array(MatrixCellSchema),
    rowTotals: Type.Array(MatrixTotalSchema),
    columnTotals: Type.Array(MatrixTotalSchema),
    all: MatrixTotalSchema,
    gap: nullable(GapSchema),
    /** 不给看、因此没有算进差距的格子 */
    withheld: Count,
  },
  closed,
);

export const MatricesSchema = Type.Object({ place: PlaceSchema, matrices: Type.Array(MatrixSchema) }, closed);
