import { Type } from 'typebox';
import { listAnswer } from '../../../platform/http/list-query.ts';
import { ChangeSchema } from './content.ts';
import { requestStateNames } from './fields.ts';
import { closed, Day, Instant, Named, nullable, oneOf, RecordId, Revision } from './shape.ts';

export const RequestSchema = Type.Object(
  {
    id: RecordId,
    revision: Revision,
    enterprise: Named,
    /** 现在看到的企业修改次数，核定时送回 */
    enterpriseRevision: Revision,
    region: Named,
    changes: ChangeSchema,
    /** 申请时登记的内容，逐项对照 */
    before: ChangeSchema,
    /** 现在登记的内容 */
    now: ChangeSchema,
    /** 申请以后别处改过的项 */
    stale: Type.Array(Type.String()),
    holdsFrom: Day,
    reason: Type.String(),
    state: oneOf(requestStateNames),
    /** 同意了哪些项；还没有决定是空的 */
    agreed: Type.Array(Type.String()),
    askedAt: Instant,
    askedBy: Type.String(),
    decidedAt: nullable(Instant),
    decidedBy: nullable(Type.String()),
    decidedReason: nullable(Type.String()),
    may: Type.Object({ decide: Type.Boolean(), withdraw: Type.Boolean() }, closed),
  },
  closed,
);

export const RequestListSchema = listAnswer(RequestSchema);
