import { Type } from 'typebox';
import { listAnswer } from '../../../platform/http/list-query.ts';
import { policyStates, windowStates } from '../domain/standing.ts';
import { conflictKinds, policyLevels } from './fields.ts';
import { ClauseId, closed, Day, Most, nullable, PackHash, PolicyId, SpanSchema, Yuan } from './shape.ts';

/** Rows of the lists: documents, clauses, conflicts, each as it stands on a day. */

const level = Type.Enum([...policyLevels]);
export const PolicyStateSchema = Type.Enum(Object.keys(policyStates) as (keyof typeof policyStates)[], {
  description: Object.values(policyStates).join('、'),
});
export const WindowStateSchema = Type.Enum(Object.keys(windowStates) as (keyof typeof windowStates)[], {
  description: Object.values(windowStates).join('、'),
});
const count = Type.Integer({ minimum: 0 });

export const ClauseRowSchema = Type.Object(
  {
    id: Type.String({ description: '政策的编号/条款的编号' }),
    ...{ policyId: PolicyId, clauseId: ClauseId, title: Type.String(), policy: Type.String() },
    ...{ level, state: PolicyStateSchema, issuer: Type.String(), docNumber: nullable(Type.String()) },
    place: Type.String({ description: '在文件中的位置，如 三/（一）/2' }),
    for: Type.String(),
    chains: nullable(Type.String({ description: '限于哪些产业链；没有：不限' })),
    places: nullable(Type.String({ description: '限于哪些地区；没有：不限' })),
    most: Most,
    payers: Type.String(),
    window: WindowStateSchema,
    windowTo: nullable(Day),
    group: nullable(Type.String()),
    open: count,
    countersigned: nullable(Type.Integer({ minimum: 0, description: '几个单位会签了；不给外人看' })),
    sentence: Type.String(),
  },
  closed,
);
export const ClauseListSchema = listAnswer(ClauseRowSchema);

export const DocumentRowSchema = Type.Object(
  {
    ...{ id: PolicyId, title: Type.String(), level, state: PolicyStateSchema, issuer: Type.String() },
    docNumber: nullable(Type.String()),
    valid: SpanSchema,
    clauses: count,
    windows: Type.Integer({ minimum: 0, description: '几条正在受理' }),
    most: Most,
    open: count,
    hash: PackHash,
  },
  closed,
);
export const DocumentListSchema = listAnswer(DocumentRowSchema);

const end = nullable(
  Type.Object(
    { policyId: PolicyId, clauseId: nullable(ClauseId), title: Type.String(), policy: Type.String(), level },
    closed,
  ),
);
export const ConflictRowSchema = Type.Object(
  {
    id: Type.String(),
    kind: Type.Enum(Object.keys(conflictKinds) as (keyof typeof conflictKinds)[]),
    ...{ a: end, b: end, amountA: nullable(Yuan), amountB: nullable(Yuan), from: nullable(Day), to: nullable(Day) },
    events: Type.Array(Type.String()),
    witness: Type.Array(Type.Object({ fact: Type.String(), name: Type.String(), value: Type.String() }, closed)),
  },
  closed,
);
const { rows, total, capped, page, pageSize } = listAnswer(ConflictRowSchema).properties;
export const ConflictListSchema = Type.Object(
  {
    ...{ rows, total, capped, page, pageSize },
    kinds: Type.Record(Type.String(), count, { description: '各种问题有几个，不论筛选' }),
    policies: Type.Integer({ minimum: 0, description: '当天施行的政策有几份' }),
  },
  closed,
);
