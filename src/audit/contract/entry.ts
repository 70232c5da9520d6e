import { type TSchema, Type } from 'typebox';
import { listAnswer } from '../../../platform/http/list-query.ts';

export const closed = { additionalProperties: false } as const;
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const text = nullable(Type.String());
const Seq = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: '序号，从 1 起，中间没有空缺' });

const rowFields = {
  seq: Seq,
  at: Type.String({ format: 'date-time' }),
  actorId: text,
  actor: text,
  /** 代谁 */
  onBehalf: text,
  post: text,
  unit: text,
  role: text,
  action: Type.String({ description: '固定的代码，如 plan.publish' }),
  kind: text,
  record: text,
  recordId: text,
  outcome: Type.Enum(['done', 'refused']),
  reason: text,
  address: Type.String(),
};

export const EntryRowSchema = Type.Object(
  {
    ...rowFields,
    changed: Type.Integer({ description: '改了几个字段' }),
    /** 被拒绝的原因，一句话 */
    refused: text,
  },
  closed,
);
export const EntryListSchema = listAnswer(EntryRowSchema);

export const EntryDetailSchema = Type.Object(
  {
    ...rowFields,
    sessionRef: text,
    regionId: text,
    unitId: text,
    chainId: text,
    basisPlan: text,
    basisItem: text,
    refusals: Type.Array(Type.Object({ code: Type.String(), message: Type.String() }, closed)),
    changes: Type.Array(Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() }, closed)),
    prevHash: Type.String(),
    hash: Type.String(),
  },
  closed,
);

export const HeadSchema = Type.Object(
  { seq: Type.Integer({ minimum: 0 }), hash: Type.String({ description: 'sm3: 和 64 位十六进制数' }) },
  closed,
);

/** One state of a check that is under way; the last one carries its result. */
export const VerificationSchema = Type.Object(
  {
    state: Type.Enum(['checking', 'sound', 'broken', 'failed']),
    done: Type.Integer({ minimum: 0 }),
    of: Type.Integer({ minimum: 0 }),
    first: nullable(Type.Integer()),
    last: nullable(HeadSchema),
    /** 第一处不对的序号 */
    seq: nullable(Type.Integer()),
    /** 哪里不对，怎么办 */
    message: text,
  },
  closed,
);

export const EntryParams = Type.Object({ seq: Seq }, closed);
const Moment = Type.String({ maxLength: 40, description: '一天（2025-03-01，中国时间）或一个时刻（ISO 8601）' });
export const SpanQuery = Type.Object({ since: Type.Optional(Moment), until: Type.Optional(Moment) }, closed);
export const VerifyQuery = Type.Object(
  {
    since: Type.Optional(Moment),
    expect: Type.Optional(
      Type.String({
        pattern: '^[1-9][0-9]{0,14}:sm3:[0-9a-f]{64}$',
        description: '别处记下的序号和摘要，如备份时记的：序号:摘要',
      }),
    ),
  },
  closed,
);
