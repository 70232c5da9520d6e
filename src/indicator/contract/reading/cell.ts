import { Type } from 'typebox';
import { directionNames, frequencyNames, kindNames, measuresNames } from '../fields.ts';
import { closed, IndicatorId, nullable, oneOf, Period, Total } from '../shape.ts';
import { AmountSchema, AxisName, ChangeSchema } from './amount.ts';
import { ForecastSchema, LightSchema, PathSchema, TargetReadingSchema } from './target.ts';

/** A cell that is read, and what stands around every table of cells. */

/** As much of an indicator as its figures need to be shown. */
export const IndicatorHeadSchema = Type.Object(
  {
    id: IndicatorId,
    name: Type.String(),
    unit: Type.String(),
    decimals: Type.Integer({ minimum: 0, maximum: 6 }),
    kind: oneOf(kindNames),
    measures: oneOf(measuresNames),
    direction: oneOf(directionNames),
    frequency: oneOf(frequencyNames),
  },
  closed,
);

const Named = Type.Object({ id: Type.String(), name: Type.String() }, closed);

/** Where a table stands, with what lies above it, the top first. */
export const PlaceSchema = Type.Object(
  { axis: AxisName, id: Type.String(), name: Type.String(), above: Type.Array(Named) },
  closed,
);

/**
 * One side of a table. `id` '' is all together, '-' what was reported for none of those beside it. `parent` is another heading
 * of the same side, null at the top.
 */
export const HeadingSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    parent: nullable(Type.String()),
    /** 下面还有 */
    opens: Type.Boolean(),
  },
  closed,
);

export const GrowthSchema = Type.Object(
  { toDate: ChangeSchema, yearOnYear: ChangeSchema, onLastPeriod: ChangeSchema },
  closed,
);

export const OwnSchema = Type.Object({ amount: AmountSchema, difference: nullable(Total) }, closed);

/** An indicator in a place as it stands at the end of a period. */
export const ReadingSchema = Type.Object(
  {
    step: nullable(Period),
    /** 今年以来 */
    actual: AmountSchema,
    /** 当期 */
    current: nullable(AmountSchema),
    growth: nullable(GrowthSchema),
    main: nullable(TargetReadingSchema),
    forecast: ForecastSchema,
    light: LightSchema,
    path: nullable(PathSchema),
    /** 本级自报，和下面各处之和并列 */
    own: nullable(OwnSchema),
  },
  closed,
);
