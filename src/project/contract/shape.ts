import { type TSchema, Type } from 'typebox';
import { dayPattern } from '../../../platform/http/day-pattern.ts';

/** Small words that the schemas of this slice share. */
export const closed = { additionalProperties: false } as const;
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const Day = Type.String({ pattern: dayPattern });
export const Month = Type.String({ pattern: '^[12]\\d{3}-(?:0[1-9]|1[0-2])$', description: '月份，例如 2026-03' });
export const Year = Type.Integer({ minimum: 1990, maximum: 2100 });
export const Instant = Type.String({ format: 'date-time' });
export const Id = Type.String({ minLength: 1, maxLength: 80, pattern: '^[A-Za-z0-9._@-]+$' });
export const RecordId = Type.String({ pattern: '^[0-9a-hjkmnp-tv-z]{10}$', description: '编号' });
export const Revision = Type.Integer({ minimum: 0, maximum: 2_000_000_000, description: '看到的修改次数' });
/** A million yuan short of 10^14: sums of ten thousand such stay exact. */
export const Fen = Type.Integer({ minimum: 0, maximum: 100_000_000_000_000, description: '金额，整数，单位分' });
export const Sum = Type.Integer({ description: '金额合计，整数，单位分' });
export const Count = Type.Integer({ minimum: 0 });
export const Reason = Type.String({ minLength: 2, maxLength: 500, pattern: '\\S' });
export const Words = Type.String({ maxLength: 2000 });
export const Named = Type.Object({ id: Type.String(), name: Type.String() }, closed);
export const oneOf = <T extends Readonly<Record<string, string>>>(names: T) =>
  Type.Enum(Object.keys(names) as (keyof T & string)[], { description: Object.values(names).join('、') });
