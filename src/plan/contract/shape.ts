import { type TSchema, Type } from 'typebox';

/** Small words that the schemas of this slice share. */
export const closed = { additionalProperties: false } as const;
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const PlanId = Type.String({ pattern: '^[0-9a-hjkmnp-tv-z]{10}$', description: '方案的编号' });
export const ItemId = Type.String({ pattern: '^[ITCB]\\d{1,7}$', description: '条目的编号，如 I12、T3' });
export const Revision = Type.Integer({
  minimum: 1,
  maximum: 1_000_000_000,
  description: '看到的修改号；不是最新时答 409，并列出其间的改动',
});
/** The number of an edition. */
export const EditionNumber = Type.Integer({ minimum: 1, maximum: 1_000_000 });
export const Instant = Type.String({ format: 'date-time' });
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const Reason = Type.String({ minLength: 2, maxLength: 500 });

export const ActorSchema = Type.Object({ id: Type.String(), name: Type.String() }, closed);
export const SignatureSchema = Type.Object({ by: ActorSchema, at: Instant }, closed);
