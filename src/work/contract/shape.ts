import { type TSchema, Type } from 'typebox';
import { workKindIds, workKinds, workStates } from '../domain/item.ts';

/** Small words that the schemas of this slice share. */
export const closed = { additionalProperties: false } as const;
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const Instant = Type.String({ format: 'date-time' });
export const Day = Type.String({ pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$' });
export const WorkId = Type.String({ pattern: '^[0-9a-hjkmnp-tv-z]{10}$', description: '事项的编号' });
/** Ids of posts, units and people as the organisation gives them. */
export const PartyId = Type.String({ minLength: 1, maxLength: 60 });

export const WorkKindSchema = Type.Enum([...workKindIds], { description: Object.values(workKinds).join('、') });
export const WorkStateSchema = Type.Enum([...workStates], {
  description: '待接、办理中、已办结、已退回、已撤回',
});
export const ImportanceSchema = Type.Enum(['normal', 'high'], { description: '一般、重要' });
export const PersonSchema = Type.Object(
  { id: Type.String(), name: Type.String(), post: nullable(Type.String({ description: '以什么岗位' })) },
  closed,
);
