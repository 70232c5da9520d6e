import { Type } from 'typebox';
import { directionNames, kindNames, measuresNames } from '../fields.ts';
import { FigureValue, IndicatorId, nullable, oneOf } from './shape.ts';

/** A column of a sheet: an indicator as it is filled in, with what checks need of it. */
export const columnShape = {
  indicatorId: IndicatorId,
  name: Type.String(),
  unit: Type.String(),
  decimals: Type.Integer({ minimum: 0, maximum: 6 }),
  required: Type.Boolean(),
  kind: oneOf(kindNames),
  measures: oneOf(measuresNames),
  direction: oneOf(directionNames),
  low: nullable(FigureValue),
  high: nullable(FigureValue),
  basis: nullable(Type.String({ description: '这一期的口径' })),
} as const;
