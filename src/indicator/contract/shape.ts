import { type TSchema, Type } from 'typebox';

/** Small words that the schemas of this slice share. */
export const closed = { additionalProperties: false } as const;
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const Day = Type.String({ pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$' });
export const Instant = Type.String({ format: 'date-time' });
export const Period = Type.String({
  pattern: '^[12]\\d{3}(?:-(?:0[1-9]|1[0-2])|-Q[1-4])?$',
  description: '年 2025、季 2025-Q1 或月 2025-03',
});
export const Id = Type.String({ minLength: 1, maxLength: 80, pattern: '^[A-Za-z0-9._@-]+$' });
export const IndicatorId = Type.String({ pattern: '^[a-z0-9]+([.-][a-z0-9]+)*$', maxLength: 80 });
/** A figure as it is kept: the value times 10^decimals of its indicator. */
export const FigureValue = Type.Integer({
  minimum: -Number.MAX_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
  description: '整数：数值乘以 10 的小数位数次方',
});
/** A sum, which may be longer than a number of JSON holds exactly. */
export const Total = Type.String({
  pattern: '^-?\\d{1,40}$',
  description: '整数，写成文字；数值乘以 10 的小数位数次方',
});
export const Words = Type.String({ maxLength: 2000 });
/** One of the keys of names; its description says them in words. */
export const oneOf = <T extends Readonly<Record<string, string>>>(names: T) =>
  Type.Enum(Object.keys(names) as (keyof T & string)[], { description: Object.values(names).join('、') });
