import { type TSchema, Type } from 'typebox';

/** Small words that the schemas of this slice share. */
export const closed = { additionalProperties: false } as const;
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const RecordId = Type.String({ pattern: '^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$', description: '编号' });
export const RegionCode = Type.String({
  pattern: '^(\\d{6}|\\d{9}|\\d{6}-[A-Z]\\d{2})$',
  description: '区划代码或自编代码',
});
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const Instant = Type.String({ format: 'date-time' });
export const Reason = Type.String({ minLength: 2, maxLength: 500 });
export const Version = Type.String({ pattern: '^[0-9a-f]{16}$', description: '看到的样子；不是最新时答 409' });
export const Name = Type.String({ minLength: 1, maxLength: 80 });
export const Words = Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 40 });
const free = (most: number) => Type.String({ maxLength: most });
export const Note = free(300);
export const Text = free;
