import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { exportQuery, type ListFields, listAnswer, listQuery } from '../../../platform/http/list-query.ts';
import {
  type AppealKind,
  type AppealState,
  appealKindNames,
  appealStateNames,
  appealStepNames,
} from '../domain/appeal/index.ts';
import { closed, Day, Id, Instant, Named, nullable, oneOf, Reason, RecordId, Revision } from './shape.ts';

/** What enterprises ask for help with, who answers, and what they say of the answer. */

export const appealFields = {
  title: { title: '诉求', kind: 'text', sheetWidth: 40 },
  enterprise: { title: '企业', kind: 'text', sheetWidth: 36 },
  region: { title: '地区', kind: 'pick', sheetWidth: 14 },
  kind: { title: '类别', kind: 'choice', options: Object.keys(appealKindNames) as AppealKind[], sheetWidth: 14 },
  urgent: { title: '紧急', kind: 'choice', options: ['yes', 'no'], sheetWidth: 8 },
  state: { title: '状态', kind: 'choice', options: Object.keys(appealStateNames) as AppealState[], sheetWidth: 10 },
  unit: { title: '办理单位', kind: 'pick', nullable: true, sheetWidth: 26 },
  dueOn: { title: '办理期限', kind: 'day', nullable: true, sheetWidth: 14 },
  overdue: { title: '超期', kind: 'choice', options: ['yes', 'no'], sort: false, sheetWidth: 8 },
  satisfied: { title: '评价', kind: 'choice', options: ['yes', 'no'], nullable: true, sheetWidth: 10 },
  reopened: { title: '重办次数', kind: 'number', sheetWidth: 10 },
  raisedAt: { title: '提出日期', kind: 'day', sheetWidth: 14 },
  answer: { title: '答复', kind: 'text', nullable: true, sort: false, filter: false, sheetWidth: 60 },
} as const satisfies ListFields;
export type AppealField = keyof typeof appealFields;
export const appealLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...{ kind: appealKindNames, state: appealStateNames, urgent: { yes: '是', no: '不是' } },
  ...{ overdue: { yes: '超期', no: '没有' }, satisfied: { yes: '满意', no: '不满意' } },
};
export const appealBoxes = ['open', 'done', 'all'] as const;
export type AppealBox = (typeof appealBoxes)[number];
export const appealBoxNames: Readonly<Record<AppealBox, string>> = {
  ...{ open: '未办结', done: '办结、不受理、撤回', all: '全部' },
};

const text = (most: number) => Type.String({ minLength: 2, maxLength: most, pattern: '\\S' });
const head = {
  ...{ id: RecordId, revision: Revision, enterprise: Named, region: Named },
  ...{ kind: oneOf(appealKindNames), title: Type.String(), urgent: Type.Boolean(), state: oneOf(appealStateNames) },
  ...{ unit: nullable(Named), dueOn: nullable(Day), overdue: Type.Boolean() },
  ...{ answer: nullable(Type.String()), satisfied: nullable(Type.Boolean()), reopened: Type.Integer() },
  raisedAt: Instant,
} as const;
export const AppealRowSchema = Type.Object(head, closed);
export const AppealSchema = Type.Object(
  {
    ...head,
    words: Type.String(),
    /** 企业自己提的，或者单位替它记的 */
    byItself: Type.Boolean(),
    raisedBy: Type.String(),
    taskId: nullable(Type.String()),
    ...{ answeredAt: nullable(Instant), answeredBy: nullable(Type.String()), judgedWords: nullable(Type.String()) },
    steps: Type.Array(
      Type.Object(
        {
          step: oneOf(appealStepNames),
          words: Type.String(),
          unitName: nullable(Type.String()),
          dueOn: nullable(Day),
          ...{ at: Instant, by: Type.String() },
        },
        closed,
      ),
    ),
    may: Type.Object(
      {
        ...{ send: Type.Boolean(), task: Type.Boolean(), answer: Type.Boolean(), judge: Type.Boolean() },
        ...{ withdraw: Type.Boolean(), file: Type.Boolean() },
      },
      closed,
    ),
  },
  closed,
);

const read = { method: 'GET', permission: 'enterprise.read', status: 200 } as const;
const params = Type.Object({ appealId: RecordId }, closed);
const step = { method: 'POST', status: 200, params, answer: AppealSchema } as const;
const raiseBody = Type.Object(
  { kind: oneOf(appealKindNames), title: text(80), words: text(2000), urgent: Type.Boolean() },
  closed,
);
const raise = {
  ...({ method: 'POST', status: 201 } as const),
  params: Type.Object({ enterpriseId: RecordId }, closed),
  ...{ body: raiseBody, answer: AppealSchema },
} as const;
const judgement = Type.Object(
  { revision: Revision, satisfied: Type.Boolean(), words: Type.String({ maxLength: 500 }) },
  closed,
);
const own = {
  box: Type.Optional(Type.Enum([...appealBoxes], { description: '哪些诉求；缺省是未办结的' })),
  enterpriseId: Type.Optional(RecordId),
} as const;

export const appealApi = {
  listAppeals: endpoint({
    ...{ ...read, path: '/enterprise-appeals', summary: '企业诉求' },
    ...{ query: listQuery(appealFields, own), answer: listAnswer(AppealRowSchema) },
  }),
  exportAppeals: endpoint({
    ...{ ...read, path: '/enterprise-appeals/export', summary: '导出企业诉求' },
    query: exportQuery(appealFields, own),
  }),
  readAppeal: endpoint({
    ...{ ...read, path: '/enterprise-appeals/:appealId', summary: '一件诉求', params, answer: AppealSchema },
  }),
  raiseAppeal: endpoint({
    ...{ ...raise, permission: 'enterprise.ask', path: '/enterprises/:enterpriseId/appeals', summary: '提出诉求' },
  }),
  noteAppeal: endpoint({
    ...{ ...raise, permission: 'enterprise.keep', path: '/enterprises/:enterpriseId/noted-appeals' },
    summary: '替企业记下诉求',
  }),
  sendAppeal: endpoint({
    ...{ ...step, permission: 'enterprise.review', path: '/enterprise-appeals/:appealId/unit', summary: '分办诉求' },
    body: Type.Object({ revision: Revision, unitId: Id, dueOn: Day, words: Type.String({ maxLength: 500 }) }, closed),
  }),
  refuseAppeal: endpoint({
    ...{ ...step, permission: 'enterprise.review', path: '/enterprise-appeals/:appealId/refusal' },
    ...{ summary: '不受理诉求', body: Type.Object({ revision: Revision, reason: Reason }, closed) },
  }),
  /** Needs task.instruct besides. */
  makeAppealTask: endpoint({
    ...{ ...step, permission: 'enterprise.review', path: '/enterprise-appeals/:appealId/task' },
    summary: '把诉求立为任务，由单位办',
    body: Type.Object({ revision: Revision, unitId: Id, dueOn: Day, words: Type.String({ maxLength: 500 }) }, closed),
  }),
  answerAppeal: endpoint({
    ...{ ...step, permission: 'enterprise.keep', path: '/enterprise-appeals/:appealId/answer', summary: '答复诉求' },
    body: Type.Object({ revision: Revision, words: text(2000) }, closed),
  }),
  judgeAppeal: endpoint({
    ...{ ...step, permission: 'enterprise.ask', path: '/enterprise-appeals/:appealId/judgement' },
    ...{ summary: '企业评价答复；不满意的重新办理', body: judgement },
  }),
  noteJudgement: endpoint({
    ...{ ...step, permission: 'enterprise.keep', path: '/enterprise-appeals/:appealId/noted-judgement' },
    ...{ summary: '企业没有账号的，替它记下评价', body: judgement },
  }),
  withdrawAppeal: endpoint({
    ...{ ...step, permission: 'enterprise.ask', path: '/enterprise-appeals/:appealId/withdrawal', summary: '撤回诉求' },
    body: Type.Object({ revision: Revision }, closed),
  }),
} as const;
