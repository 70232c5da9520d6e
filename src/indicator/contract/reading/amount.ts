import { Type } from 'typebox';
import { closed, nullable, Period, Total } from '../shape.ts';

/** What a figure comes to and how it changed, as it travels. Rates are whole millionths: 8 % is 80,000. */

export const Rate = Type.Integer({
  minimum: -Number.MAX_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
  description: '百万分之几：8% 是 80000',
});
export const VintageName = Type.Enum(['preliminary', 'revised', 'final'], { description: '初步、修订、最终' });
export const HiddenWhy = Type.Enum(['small', 'other', 'reach'], {
  description: '不足三家；为了不让别人推算出不足三家的；不在授权范围内',
});
export const AxisName = Type.Enum(['region', 'unit'], { description: '按地区还是按单位' });
const Count = Type.Integer({ minimum: 0 });

export const VintageMixSchema = Type.Object({ preliminary: Count, revised: Count, final: Count }, closed);
export const ReportersSchema = Type.Object(
  { expected: Count, missing: Count, periods: Type.Array(Period, { description: '哪几期有人没报' }) },
  closed,
);

/** What a period, or a year so far, comes to, with what it lacks. */
export const AmountSchema = Type.Object(
  {
    period: Period,
    through: nullable(Period),
    value: nullable(Total),
    missing: Type.Array(Period),
    gaps: Type.Array(Period, { description: '缺报、而后面的月份已报的' }),
    reporters: nullable(ReportersSchema),
    vintages: VintageMixSchema,
    bases: Type.Array(Type.String()),
    figures: Count,
    firms: Count,
  },
  closed,
);

const remarkCodes = [
  'figure-incomplete',
  'base-incomplete',
  'base-zero',
  'base-negative',
  'figure-negative',
  'basis-differs',
  'base-restated',
  'mixed-vintages',
] as const;

/** What whoever reads a rate must know of it; which of the optional parts there are depends on the code. */
export const RemarkSchema = Type.Object(
  {
    code: Type.Enum([...remarkCodes]),
    /** 比率的分子还是分母 */
    side: Type.Optional(Type.Enum(['above', 'below'])),
    of: Type.Optional(Type.Enum(['figure', 'base'])),
    months: Type.Optional(Type.Array(Period)),
    given: Type.Optional(Total),
    before: Type.Optional(Total),
    now: Type.Optional(Total),
    rate: Type.Optional(nullable(Rate)),
    vintages: Type.Optional(Type.Array(VintageName)),
    figure: Type.Optional(Type.Array(Type.String())),
    base: Type.Optional(Type.Array(Type.String())),
  },
  closed,
);

const EndSchema = Type.Object(
  {
    period: Period,
    value: nullable(Total),
    missing: Type.Array(Period),
    vintages: Type.Array(VintageName),
    bases: Type.Array(Type.String()),
  },
  closed,
);

/** A growth with its base and basis. Of a ratio there is no rate: its change is a difference in its own unit. */
export const ChangeSchema = Type.Object(
  {
    kind: Type.Enum(['year-on-year', 'on-last-period', 'to-date'], { description: '同比、环比、累计同比' }),
    of: Type.Enum(['figure', 'ratio']),
    thin: nullable(Type.Enum(['figure', 'base', 'both'], { description: '报的人太少，不能比' })),
    rate: nullable(Rate),
    difference: nullable(Total),
    figure: EndSchema,
    base: EndSchema,
    remarks: Type.Array(RemarkSchema),
  },
  closed,
);
