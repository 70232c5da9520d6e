import { type TSchema, Type } from 'typebox';
import { noticeKindIds, noticeKinds } from '../domain/kinds.ts';

/** Small words that the schemas of this slice share. */
export const closed = { additionalProperties: false } as const;
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const Instant = Type.String({ format: 'date-time' });
export const Id = Type.String({ pattern: '^[0-9a-hjkmnp-tv-z]{10}$', description: '编号' });

export const KindSchema = Type.Enum([...noticeKindIds], {
  description: Object.values(noticeKinds)
    .map(({ name }) => name)
    .join('、'),
});
export const ImportanceSchema = Type.Enum(['normal', 'high'], { description: '一般、重要' });

/** The record a message came from, for those who want to follow it. */
export const OriginSchema = Type.Object({ slice: Type.String(), kind: Type.String(), id: Type.String() }, closed);
