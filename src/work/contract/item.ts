import { Type } from 'typebox';
import { exportQuery, type ListFields, listAnswer, listQuery } from '../../../platform/http/list-query.ts';
import { partyKinds, workActions, workKindIds, workStates, workSteps } from '../domain/item.ts';
import {
  closed,
  Day,
  ImportanceSchema,
  Instant,
  nullable,
  PartyId,
  PersonSchema,
  WorkId,
  WorkKindSchema,
  WorkStateSchema,
} from './shape.ts';

/** What the lists of work can be sorted and filtered by. */
export const workFields = {
  title: { title: '事项', kind: 'text', sheetWidth: 50 },
  kind: { title: '种类', kind: 'choice', options: workKindIds },
  state: { title: '状态', kind: 'choice', options: workStates },
  importance: { title: '重要', kind: 'choice', options: ['normal', 'high'] },
  dueOn: { title: '期限', kind: 'day', nullable: true },
  assignee: { title: '承办', kind: 'text', sheetWidth: 24 },
  createdBy: { title: '交办人', kind: 'text' },
  createdAt: { title: '交办时间', kind: 'day' },
  closedAt: { title: '办结时间', kind: 'day', nullable: true },
} as const satisfies ListFields;

/** 待办、已办、我发起、抄送、管辖范围内全部 */
export const boxes = ['todo', 'done', 'given', 'copied', 'scope'] as const;

const own = {
  box: Type.Enum([...boxes], { description: '待办、已办、我发起、抄送、管辖范围内全部' }),
  due: Type.Optional(Type.Enum(['week', 'overdue'], { description: '本周（周一到周日）到期、已逾期' })),
};
export const WorkQuery = listQuery(workFields, own);
export const WorkExportQuery = exportQuery(workFields, own);

export const PartySchema = Type.Object(
  { kind: Type.Enum([...partyKinds]), id: Type.String(), name: Type.String() },
  closed,
);

const row = {
  id: WorkId,
  kind: WorkKindSchema,
  title: Type.String(),
  state: WorkStateSchema,
  importance: ImportanceSchema,
  dueOn: nullable(Day),
  overdue: Type.Boolean({ description: '没有办结而期限已过' }),
  assignee: PartySchema,
  claimedBy: nullable(PersonSchema),
  createdBy: PersonSchema,
  createdAt: Instant,
  closedAt: nullable(Instant),
  outcome: nullable(Type.String({ description: '办结的说明、退回或撤回的理由' })),
  link: nullable(Type.String({ description: '去办的地方，本系统内的地址' })),
  revision: Type.Integer({ minimum: 1 }),
};
export const WorkRowSchema = Type.Object(row, closed);
export const WorkListSchema = listAnswer(WorkRowSchema);

export const StepSchema = Type.Object(
  { step: Type.Enum([...workSteps]), by: PersonSchema, at: Instant, note: nullable(Type.String()) },
  closed,
);

export const WorkItemSchema = Type.Object(
  {
    ...row,
    detail: Type.String(),
    origin: nullable(Type.Object({ slice: Type.String(), kind: Type.String(), id: Type.String() }, closed)),
    basis: nullable(Type.String({ description: '依据的条款或任务' })),
    place: Type.Object(
      { regionId: nullable(Type.String()), unitId: nullable(Type.String()), chainId: nullable(Type.String()) },
      closed,
    ),
    copies: Type.Array(PartySchema),
    steps: Type.Array(StepSchema),
    can: Type.Array(Type.Enum([...workActions]), { description: '当前岗位现在可以做什么' }),
  },
  closed,
);

const count = Type.Integer({ minimum: 0 });
/** Figures for the first page; more than 9999 are given as 9999. */
export const WorkCountsSchema = Type.Object(
  { todo: count, overdue: count, dueThisWeek: count, given: count, returned: count, copied: count },
  closed,
);

const chosen = Type.Object({ kind: Type.Enum(['post', 'unit', 'person']), id: PartyId }, closed);
const Reason = Type.String({ minLength: 2, maxLength: 500 });
const revision = Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: '看到的修改号' });

export const WorkParams = Type.Object({ workId: WorkId }, closed);
export const GiveWork = Type.Object(
  {
    title: Type.String({ minLength: 2, maxLength: 120 }),
    detail: Type.Optional(Type.String({ maxLength: 4000 })),
    to: Type.Array(chosen, { minItems: 1, maxItems: 50, description: '每一个得到自己的一件' }),
    copies: Type.Optional(Type.Array(chosen, { maxItems: 50 })),
    dueOn: Type.Optional(nullable(Day)),
    importance: Type.Optional(ImportanceSchema),
    chainId: Type.Optional(nullable(PartyId)),
    basis: Type.Optional(Type.String({ maxLength: 300 })),
  },
  closed,
);
export const GivenSchema = Type.Object({ ids: Type.Array(WorkId) }, closed);
export const OnlyRevision = Type.Object({ revision }, closed);
export const FinishWork = Type.Object({ revision, note: Type.Optional(Type.String({ maxLength: 2000 })) }, closed);
export const WithReason = Type.Object({ revision, reason: Reason }, closed);
export const UrgeWork = Type.Object({ revision, note: Type.Optional(Type.String({ maxLength: 300 })) }, closed);
export const ReassignWork = Type.Object(
  { revision, to: chosen, dueOn: Type.Optional(nullable(Day)), note: Type.Optional(Type.String({ maxLength: 500 })) },
  closed,
);

export const PartiesQuery = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: 60 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  },
  closed,
);
/** Units, posts and people that something can be given to; `detail` tells two of one name apart. */
export const PartiesSchema = Type.Object(
  { parties: Type.Array(Type.Object({ ...PartySchema.properties, detail: Type.String() }, closed)) },
  closed,
);
