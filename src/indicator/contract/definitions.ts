import { Type } from 'typebox';
import { listAnswer } from '../../../platform/http/list-query.ts';
import { directionNames, frequencyNames, kindNames, measuresNames } from './fields.ts';
import { closed, FigureValue, IndicatorId, nullable, oneOf } from './shape.ts';

/** An indicator as a row: what is measured, and how. */
export const IndicatorRowSchema = Type.Object(
  {
    id: IndicatorId,
    name: Type.String(),
    unit: Type.String(),
    decimals: Type.Integer({ minimum: 0, maximum: 6 }),
    kind: oneOf(kindNames),
    measures: oneOf(measuresNames),
    direction: oneOf(directionNames),
    frequency: oneOf(frequencyNames),
    source: nullable(Type.String()),
    basis: nullable(Type.String({ description: '现在的口径' })),
    origin: Type.String({ description: '资料包，或者方案的版本' }),
  },
  closed,
);
export const IndicatorListSchema = listAnswer(IndicatorRowSchema);

const part = Type.Object({ id: IndicatorId, name: Type.String(), times: Type.Integer() }, closed);

/** All that is known of an indicator itself. */
export const IndicatorSchema = Type.Object(
  {
    ...IndicatorRowSchema.properties,
    low: nullable(FigureValue),
    high: nullable(FigureValue),
    bases: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          from: nullable(Type.String({ description: '从哪一期起；没有：从一开始' })),
          words: Type.String(),
        },
        closed,
      ),
    ),
    parts: Type.Array(part, { description: '由哪些指标算出；比率是分子、分母' }),
    usedIn: Type.Array(part, { description: '哪些指标由它算出' }),
    rule: nullable(Type.String({ description: '怎样算，一句话' })),
  },
  closed,
);
