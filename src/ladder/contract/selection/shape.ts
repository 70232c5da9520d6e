import { type TSchema, Type } from 'typebox';

/** Small words that the schemas of selection rounds share. */
export const closed = { additionalProperties: false } as const;
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const Day = Type.String({ pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$' });
export const Instant = Type.String({ format: 'date-time' });
export const Id = Type.String({ minLength: 1, maxLength: 80, pattern: '^[A-Za-z0-9._@-]+$' });
export const RecordId = Type.String({ pattern: '^[0-9a-hjkmnp-tv-z]{10}$', description: '编号' });
export const Revision = Type.Integer({ minimum: 0, maximum: 2_000_000_000, description: '看到的修改次数' });
export const Count = Type.Integer({ minimum: 0 });
export const Points = Type.Integer({ description: '分数，整数，单位百分之一分' });
export const GivenPoints = Type.Integer({ minimum: 0, maximum: 100_000, description: '分数，整数，单位百分之一分' });
export const Reason = Type.String({ minLength: 2, maxLength: 500, pattern: '\\S' });
export const Text = Type.String();
export const Named = Type.Object({ id: Type.String(), name: Type.String() }, closed);
export const oneOf = <T extends readonly string[]>(values: T) => Type.Enum([...values] as T[number][]);
