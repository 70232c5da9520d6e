import { type TSchema, Type } from 'typebox';

/** Small words that the schemas of this slice share. */
export const closed = { additionalProperties: false } as const;
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const Day = Type.String({ pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$' });
export const Instant = Type.String({ format: 'date-time' });
const id = { pattern: '^[a-z0-9]+([.-][a-z0-9]+)*$', maxLength: 60 } as const;
export const PolicyId = Type.String({ ...id, description: '政策的编号，就是内容包的 id' });
export const ClauseId = Type.String({ ...id, description: '条款在政策里的编号' });
/** 整数元 */
export const Yuan = Type.Integer({ minimum: 0, description: '元' });
/** Null: the clause sets no limit. */
export const Most = nullable(Type.Integer({ minimum: 0, description: '元；没有：条款没有封顶' }));
export const PackHash = Type.String({ pattern: '^sha256:[0-9a-f]{64}$', description: '内容包的摘要，重放时报它' });

export const PolicyParams = Type.Object({ policyId: PolicyId }, closed);
export const ClauseParams = Type.Object({ policyId: PolicyId, clauseId: ClauseId }, closed);
/** The day that is asked about; left out: today. */
export const onDay = { on: Type.Optional(Day) };
export const OnDay = Type.Object(onDay, closed);
export const PayerSchema = Type.Object({ payer: Type.String(), percent: Type.Number() }, closed);
export const SpanSchema = Type.Object({ from: nullable(Day), to: nullable(Day) }, closed);
