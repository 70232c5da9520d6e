import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { exportQuery, listAnswer, listQuery } from '../../../platform/http/list-query.ts';
import * as dispatch from './dispatch.ts';
import { cycleFields, letterFields, lineFields, proposalFields, rankFields, rollFields } from './dispatch-fields.ts';
import * as settings from './dispatch-settings.ts';
import { closed, Day, Id, nullable, Period, Reason, Revision, Words } from './shape.ts';

const params = Type.Object({ cycleId: Id }, closed);
const read = { method: 'GET', permission: 'task.read', status: 200 } as const;
const step = {
  method: 'POST',
  permission: 'task.dispatch',
  status: 200,
  params,
  answer: dispatch.CycleSchema,
} as const;
const only = Type.Object({ revision: Revision }, closed);
const duty = { taskId: Id, dutyId: Id, revision: nullable(Revision) } as const;
const duties = Type.Array(Type.Object(duty, closed), { minItems: 1, maxItems: 200 });

/** Dispatches: cycles, what they froze, urging and letters, and by what rules. */
export const dispatchApi = {
  listCycles: endpoint({
    ...read,
    path: '/dispatch/cycles',
    summary: '各轮调度',
    query: listQuery(cycleFields),
    answer: listAnswer(dispatch.CycleRowSchema),
  }),
  exportCycles: endpoint({
    ...read,
    path: '/dispatch/cycles/export',
    summary: '导出各轮调度',
    query: exportQuery(cycleFields),
  }),
  proposeCycles: endpoint({
    ...read,
    permission: 'task.dispatch',
    path: '/dispatch/proposed-cycles',
    summary: '近期可以安排的调度，按工作日历排出日子',
    query: Type.Object({ regionId: Type.Optional(Id) }, closed),
    answer: Type.Object(
      { region: Id, cycles: Type.Array(dispatch.ProposedCycleSchema), chains: Type.Array(dispatch.ChainSchema) },
      closed,
    ),
  }),
  makeCycle: endpoint({
    method: 'POST',
    path: '/dispatch/cycles',
    summary: '安排一轮调度',
    status: 201,
    permission: 'task.dispatch',
    body: Type.Object(
      {
        /** 不写的是自己岗位的地区。 */
        regionId: Type.Optional(Id),
        period: Period,
        /** 两个都不写的，按规则和工作日历排。 */
        opensOn: nullable(Day),
        dueOn: nullable(Day),
        /** 只调度这条产业链的任务；不写的是全部任务。 */
        chainId: Type.Optional(nullable(Id)),
      },
      closed,
    ),
    answer: dispatch.CycleSchema,
  }),
  readCycle: endpoint({
    ...read,
    path: '/dispatch/cycles/:cycleId',
    summary: '一轮调度',
    params,
    answer: dispatch.CycleSchema,
  }),
  listRoll: endpoint({
    ...read,
    path: '/dispatch/cycles/:cycleId/roll',
    summary: '各单位报了没有',
    params,
    query: listQuery(rollFields),
    answer: listAnswer(dispatch.RollRowSchema),
  }),
  exportRoll: endpoint({
    ...read,
    path: '/dispatch/cycles/:cycleId/roll/export',
    summary: '导出各单位报送情况',
    params,
    query: exportQuery(rollFields),
  }),
  changeCycleDays: endpoint({
    ...step,
    path: '/dispatch/cycles/:cycleId/days',
    summary: '改还没有开始的调度的日期',
    body: Type.Object({ revision: Revision, opensOn: Day, dueOn: Day }, closed),
  }),
  openCycle: endpoint({ ...step, path: '/dispatch/cycles/:cycleId/open', summary: '开始填报', body: only }),
  remindCycle: endpoint({
    ...step,
    path: '/dispatch/cycles/:cycleId/remind',
    summary: '提醒没有报的单位',
    body: Type.Object(
      {
        revision: Revision,
        /** 为空的是全部没有报的。 */
        unitIds: nullable(Type.Array(Id, { minItems: 1, maxItems: 500 })),
        words: nullable(Words),
      },
      closed,
    ),
  }),
  closeCycle: endpoint({ ...step, path: '/dispatch/cycles/:cycleId/close', summary: '截止填报', body: only }),
  freezeCycle: endpoint({
    ...step,
    path: '/dispatch/cycles/:cycleId/freeze',
    summary: '冻结，灯、数、率和名次不再改变',
    body: only,
  }),
  readSnapshot: endpoint({
    ...read,
    path: '/dispatch/cycles/:cycleId/snapshot',
    summary: '冻结的结果',
    params,
    answer: dispatch.SnapshotSchema,
  }),
  /** The text itself, as it was frozen: whoever has it can check the digest by himself. */
  readSnapshotText: endpoint({
    ...read,
    path: '/dispatch/cycles/:cycleId/snapshot.json',
    summary: '冻结的全文，逐字节',
    params,
  }),
  listRanking: endpoint({
    ...read,
    path: '/dispatch/cycles/:cycleId/ranking',
    summary: '冻结的名次表',
    params,
    query: listQuery(rankFields),
    answer: listAnswer(dispatch.RankRowSchema),
  }),
  exportRanking: endpoint({
    ...read,
    path: '/dispatch/cycles/:cycleId/ranking/export',
    summary: '导出名次表',
    params,
    query: exportQuery(rankFields),
  }),
  listLines: endpoint({
    ...read,
    path: '/dispatch/cycles/:cycleId/lines',
    summary: '冻结的各项责任',
    params,
    query: listQuery(lineFields, { unitId: Type.Optional(Id) }),
    answer: listAnswer(dispatch.LineRowSchema),
  }),
  exportLines: endpoint({
    ...read,
    path: '/dispatch/cycles/:cycleId/lines/export',
    summary: '导出冻结的各项责任',
    params,
    query: exportQuery(lineFields, { unitId: Type.Optional(Id) }),
  }),
  verifyCycle: endpoint({
    ...read,
    path: '/dispatch/cycles/:cycleId/verify',
    summary: '从经过重算，和冻结的全文逐字节比较',
    params,
    answer: dispatch.VerifiedSchema,
  }),

  listProposals: endpoint({
    ...read,
    permission: 'task.dispatch',
    path: '/dispatch/proposals',
    summary: '按规则该催办、督办、报链长的',
    query: listQuery(proposalFields),
    answer: Type.Object(
      {
        ...listAnswer(dispatch.ProposalRowSchema).properties,
        /** 有的任务排不出建议（节假日没有公布等），说明原因。 */
        why: Type.Array(Type.String()),
      },
      closed,
    ),
  }),
  exportProposals: endpoint({
    ...read,
    permission: 'task.dispatch',
    path: '/dispatch/proposals/export',
    summary: '导出该催办的',
    query: exportQuery(proposalFields),
  }),
  pressDuties: endpoint({
    method: 'POST',
    path: '/dispatch/urging',
    summary: '催办、督办、报链长，一项或者多项；办不了的逐项说明原因',
    status: 200,
    permission: 'task.dispatch',
    body: Type.Union([
      Type.Object({ step: Type.Literal('urge'), duties, words: Reason }, closed),
      Type.Object({ step: Type.Literal('supervise'), duties, words: Reason, replyBy: Day }, closed),
      Type.Object({ step: Type.Literal('escalate'), duties, words: Reason, postId: Id }, closed),
    ]),
    answer: dispatch.PressedSchema,
  }),
  /** Chiefs before whom some tasks can be brought: those that every one of them has. */
  findDispatchChiefs: endpoint({
    ...read,
    permission: 'task.dispatch',
    path: '/dispatch/chiefs',
    summary: '可以报送的链长',
    query: Type.Object({ taskIds: Type.String({ maxLength: 16_400, description: '任务的编号，用逗号隔开' }) }, closed),
    answer: Type.Object({ chiefs: Type.Array(Type.Object({ postId: Id, name: Type.String() }, closed)) }, closed),
  }),
  listLetters: endpoint({
    ...read,
    path: '/dispatch/letters',
    summary: '督办函',
    query: listQuery(letterFields),
    answer: listAnswer(dispatch.LetterRowSchema),
  }),
  exportLetters: endpoint({
    ...read,
    path: '/dispatch/letters/export',
    summary: '导出督办函',
    query: exportQuery(letterFields),
  }),

  readDispatchSettings: endpoint({
    ...read,
    path: '/dispatch/settings',
    summary: '调度规则',
    query: Type.Object({ regionId: Type.Optional(Id) }, closed),
    answer: settings.SettingsSchema,
  }),
  changeDispatchSettings: endpoint({
    method: 'POST',
    path: '/dispatch/settings',
    summary: '修改调度规则，从某一天起',
    status: 200,
    permission: 'task.dispatch',
    body: settings.ChangeRule,
    answer: settings.SettingsSchema,
  }),
} as const;
