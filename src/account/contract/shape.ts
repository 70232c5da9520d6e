import { type TSchema, Type } from 'typebox';

/** Small words that the schemas of this slice share. */
export const closed = { additionalProperties: false } as const;
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const AccountId = Type.String({ pattern: '^[0-9a-hjkmnp-tv-z]{10}$', description: '账号的编号' });
export const PersonId = Type.String({ minLength: 1, maxLength: 40, description: '人员的编号' });
export const PostId = Type.String({ minLength: 1, maxLength: 40, description: '岗位的编号' });
export const Instant = Type.String({ format: 'date-time' });
export const Permission = Type.String({ description: '权限，如 plan.read' });

/** Asked for in full so that a wrong one is refused as wrong, not as malformed; nothing of it is ever echoed. */
export const Password = Type.String({ maxLength: 1000 });
export const Login = Type.String({ minLength: 1, maxLength: 100, description: '登录名' });
/** Six digits of the authenticator, or a recovery code. */
export const Code = Type.String({ minLength: 1, maxLength: 40 });
