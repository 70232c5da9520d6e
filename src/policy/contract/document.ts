import { Type } from 'typebox';
import { policyLevels } from './fields.ts';
import { PolicyStateSchema, WindowStateSchema } from './library.ts';
import { RuleLineSchema } from './reason.ts';
import { ClauseId, closed, Day, Most, nullable, PackHash, PolicyId, SpanSchema, Yuan } from './shape.ts';

/** One policy: its document, times, groups, exclusions, figures and clauses. */

export const PolicyHeadSchema = Type.Object(
  {
    ...{ id: PolicyId, title: Type.String(), level: Type.Enum([...policyLevels]), issuer: Type.String() },
    docNumber: nullable(Type.String()),
    docNumberReason: nullable(Type.String({ description: '为什么没有文号' })),
    valid: SpanSchema,
    eventYear: nullable(Type.Integer({ description: '奖补哪一年的事；没有：按问的那一天的年份' })),
    state: PolicyStateSchema,
    on: Type.Object(
      { asked: Day, shown: Day },
      { ...closed, description: '问的是哪一天；当天不在有效期里，就按最近的一天' },
    ),
    hash: PackHash,
    plan: nullable(
      Type.Object({ planId: Type.String(), title: Type.String() }, { ...closed, description: '库里的同一份文件' }),
    ),
  },
  closed,
);

export const ParameterSchema = Type.Object(
  {
    ...{ id: Type.String(), name: Type.String(), place: nullable(Type.String()) },
    now: nullable(Type.String({ description: '当天的值' })),
    reason: nullable(Type.String({ description: '文件没有写死的原因，和这里的取法' })),
    values: Type.Array(Type.Object({ from: nullable(Day), value: Type.String() }, closed)),
  },
  closed,
);

export const GroupSchema = Type.Object(
  {
    ...{ id: Type.String(), name: Type.String(), rule: Type.Enum(['highest', 'all']) },
    place: nullable(Type.String()),
    clauses: Type.Array(Type.Object({ id: ClauseId, title: Type.String(), most: Most }, closed)),
  },
  closed,
);

export const PolicySchema = Type.Object(
  {
    ...PolicyHeadSchema.properties,
    scope: Type.Array(RuleLineSchema, { description: '整份文件共同的范围' }),
    exclusions: Type.Array(
      Type.Object({ words: Type.String(), rule: Type.String(), place: nullable(Type.String()) }, closed),
    ),
    parameters: Type.Array(ParameterSchema),
    groups: Type.Array(GroupSchema),
    budgets: Type.Array(
      Type.Object({ name: Type.String(), place: Type.String(), available: Yuan, sentence: Type.String() }, closed),
      { description: '资金总盘子' },
    ),
    clauses: Type.Array(
      Type.Object(
        {
          ...{ id: ClauseId, title: Type.String(), place: Type.String(), for: Type.String(), most: Most },
          ...{ group: nullable(Type.String()), window: WindowStateSchema },
          windowSpan: nullable(Type.Object({ from: Day, to: Day }, closed)),
          open: Type.Integer({ minimum: 0 }),
        },
        closed,
      ),
    ),
  },
  closed,
);
