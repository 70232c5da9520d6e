import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { exportQuery, listAnswer, listQuery } from '../../../platform/http/list-query.ts';
import { dutyFields, taskFields } from './fields.ts';
import * as moves from './moves.ts';
import { closed, Day, Id, Instant, LightSchema, NamedSchema, nullable } from './shape.ts';
import { DutyRowSchema, TaskRowSchema, TaskSchema } from './task.ts';

const params = Type.Object({ taskId: Id }, closed);
const read = { method: 'GET', permission: 'task.read', status: 200 } as const;
const moved = { method: 'POST', status: 200, params, answer: TaskSchema } as const;
const unit = { ...moved, permission: 'task.report' } as const;
const office = { ...moved, permission: 'task.dispatch' } as const;
const second = { ...moved, permission: 'task.close' } as const;

/** mine: the own unit has a part in it; below: handed down by the own unit; all: whatever is in reach. */
const narrowed = {
  scope: Type.Optional(Type.Enum(['mine', 'below', 'all'], { description: '我单位的、我单位分解的、全部' })),
  /** What waits for the asker: to sign, to report, to judge, to answer. */
  waits: Type.Optional(
    Type.Enum(['sign', 'report', 'close', 'extension', 'dispute', 'letter', 'help'], {
      description: '待签收、待报告、待销号、待答复延期、有争议、待复函、求助',
    }),
  ),
  chainId: Type.Optional(Id),
  unitId: Type.Optional(Id),
  planId: Type.Optional(Id),
} as const;

/** Words and conditions as the list takes them, so that every way of seeing shows the same tasks. */
const likeTheList = {
  text: Type.Optional(Type.String({ maxLength: 100, description: '含有的字，可用空格隔开几处' })),
  filter: Type.Optional(Type.String({ maxLength: 8000, description: '各列的条件，JSON，同任务清单' })),
} as const;

const CountsSchema = Type.Object(
  {
    /** 按灯：在办的责任有多少份。 */
    lights: Type.Array(Type.Object({ light: LightSchema, tasks: Type.Integer() }, closed)),
    open: Type.Integer(),
    closed: Type.Integer(),
    planned: Type.Integer(),
    help: Type.Integer(),
    disputed: Type.Integer(),
    toClose: Type.Integer(),
    extensions: Type.Integer(),
  },
  closed,
);

/** Tasks, the duties of units, files that show what was done, and every move. */
export const tasksApi = {
  listTasks: endpoint({
    ...read,
    path: '/tasks',
    summary: '任务',
    query: listQuery(taskFields, narrowed),
    answer: listAnswer(TaskRowSchema),
  }),
  exportTasks: endpoint({
    ...read,
    path: '/tasks/export',
    summary: '导出任务台账',
    query: exportQuery(taskFields, narrowed),
  }),
  countTasks: endpoint({
    ...read,
    path: '/tasks/counts',
    summary: '各种灯、状态的任务有多少',
    query: Type.Object({ ...narrowed, ...likeTheList }, closed),
    answer: CountsSchema,
  }),
  /** By light or state, each column with its first tasks and how many there are. */
  taskBoard: endpoint({
    ...read,
    path: '/tasks/board',
    summary: '看板：按灯、状态、单位或产业链分栏',
    query: Type.Object(
      {
        ...narrowed,
        ...likeTheList,
        by: Type.Enum(['light', 'state', 'lead', 'chain']),
        perColumn: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      },
      closed,
    ),
    answer: Type.Object(
      {
        columns: Type.Array(
          Type.Object(
            { key: Type.String(), name: Type.String(), total: Type.Integer(), rows: Type.Array(TaskRowSchema) },
            closed,
          ),
        ),
        /** 还有多少栏没有列出（单位、产业链太多时）。 */
        more: Type.Integer(),
      },
      closed,
    ),
  }),
  /** Everything with a day between two days: deadlines, milestones, occurrences, replies to letters. */
  taskCalendar: endpoint({
    ...read,
    path: '/tasks/calendar',
    summary: '日历：一段时间里到期的任务、节点、复函',
    query: Type.Object({ ...narrowed, ...likeTheList, from: Day, to: Day }, closed),
    answer: Type.Object(
      {
        days: Type.Array(
          Type.Object(
            {
              on: Day,
              kind: Type.Enum(['due', 'milestone', 'letter']),
              taskId: Id,
              title: Type.String(),
              words: Type.String(),
              light: LightSchema,
            },
            closed,
          ),
        ),
        /** 只列出前 2000 个。 */
        capped: Type.Boolean(),
        /** 不上班的日子；没有公布的年份为空。 */
        daysOff: nullable(Type.Array(Day)),
      },
      closed,
    ),
  }),
  listDuties: endpoint({
    ...read,
    path: '/task-duties',
    summary: '各单位的责任',
    query: listQuery(dutyFields, narrowed),
    answer: listAnswer(DutyRowSchema),
  }),
  exportDuties: endpoint({
    ...read,
    path: '/task-duties/export',
    summary: '导出各单位的责任清单',
    query: exportQuery(dutyFields, narrowed),
  }),
  readTask: endpoint({ ...read, path: '/tasks/:taskId', summary: '一项任务的全部', params, answer: TaskSchema }),
  /** Units that may be given a part: by name, in reach of who asks. */
  findUnits: endpoint({
    ...read,
    path: '/task-units',
    summary: '可以承担任务的单位',
    query: Type.Object({ text: Type.String({ maxLength: 100 }), below: Type.Optional(Id) }, closed),
    answer: Type.Object({ units: Type.Array(NamedSchema) }, closed),
  }),
  findChiefs: endpoint({
    ...read,
    path: '/task-chiefs',
    permission: 'task.dispatch',
    summary: '可以报送的链长',
    query: Type.Object({ taskId: Id }, closed),
    answer: Type.Object({ chiefs: Type.Array(Type.Object({ postId: Id, name: Type.String() }, closed)) }, closed),
  }),

  createTask: endpoint({
    method: 'POST',
    path: '/tasks',
    summary: '立项：领导交办、会议议定、上级文件',
    status: 201,
    permission: 'task.instruct',
    body: moves.CreateTask,
    answer: TaskSchema,
  }),
  settleTask: endpoint({
    ...office,
    path: '/tasks/:taskId/settle',
    summary: '核对责任单位、时限、成果',
    body: moves.SettleTask,
  }),
  assignTask: endpoint({ ...office, path: '/tasks/:taskId/assign', summary: '下达', body: moves.OnlyRevision }),
  assignTasks: endpoint({
    method: 'POST',
    path: '/task-assignments',
    summary: '下达多项任务；不能下达的逐项说明原因',
    status: 200,
    permission: 'task.dispatch',
    body: moves.AssignMany,
    answer: Type.Object(
      {
        sent: Type.Array(Id),
        refused: Type.Array(Type.Object({ taskId: Id, title: Type.String(), why: Type.String() }, closed)),
      },
      closed,
    ),
  }),
  addUnit: endpoint({ ...office, path: '/tasks/:taskId/units', summary: '增加一个责任单位', body: moves.AddUnit }),
  dependOn: endpoint({
    ...office,
    path: '/tasks/:taskId/depends',
    summary: '写明要先做完哪些任务',
    body: moves.DependOn,
  }),
  withdrawTask: endpoint({
    ...office,
    path: '/tasks/:taskId/withdraw',
    summary: '撤销任务，写明理由',
    body: moves.WithReason,
  }),
  insistDuty: endpoint({ ...office, path: '/tasks/:taskId/insist', summary: '不同意退回', body: moves.DutyWithReason }),
  reassignDuty: endpoint({ ...office, path: '/tasks/:taskId/reassign', summary: '改派', body: moves.ReassignDuty }),
  answerExtension: endpoint({
    ...office,
    path: '/tasks/:taskId/answer-extension',
    summary: '答复延期申请',
    body: moves.AnswerExtension,
  }),
  urgeDuty: endpoint({ ...office, path: '/tasks/:taskId/urge', summary: '催办', body: moves.UrgeDuty }),
  superviseDuty: endpoint({
    ...office,
    path: '/tasks/:taskId/supervise',
    summary: '发督办函',
    body: moves.SuperviseDuty,
  }),
  escalateDuty: endpoint({ ...office, path: '/tasks/:taskId/escalate', summary: '报链长', body: moves.EscalateDuty }),

  giveBackDuty: endpoint({
    ...second,
    path: '/tasks/:taskId/give-back',
    summary: '退回销号申请，写明缺什么',
    body: moves.DutyBack,
  }),
  closeDuty: endpoint({
    ...second,
    path: '/tasks/:taskId/close',
    summary: '销号，由第二个人审定',
    body: moves.OnlyDuty,
  }),
  reopenDuty: endpoint({ ...second, path: '/tasks/:taskId/reopen', summary: '重新打开已销号的', body: moves.DutyBack }),

  signDuty: endpoint({ ...unit, path: '/tasks/:taskId/sign', summary: '签收', body: moves.OnlyDuty }),
  handBackDuty: endpoint({
    ...unit,
    path: '/tasks/:taskId/hand-back',
    summary: '退回，写明理由',
    body: moves.DutyWithReason,
  }),
  reportDuty: endpoint({ ...unit, path: '/tasks/:taskId/report', summary: '报进展', body: moves.ReportProgress }),
  reachMilestone: endpoint({
    ...unit,
    path: '/tasks/:taskId/milestone',
    summary: '节点完成',
    body: moves.ReachMilestone,
  }),
  askExtension: endpoint({
    ...unit,
    path: '/tasks/:taskId/ask-extension',
    summary: '申请延期',
    body: moves.AskExtension,
  }),
  submitDuty: endpoint({ ...unit, path: '/tasks/:taskId/submit', summary: '申请销号，附证明', body: moves.SubmitDuty }),
  takeBackDuty: endpoint({ ...unit, path: '/tasks/:taskId/take-back', summary: '撤回销号申请', body: moves.OnlyDuty }),
  answerLetter: endpoint({
    ...unit,
    path: '/tasks/:taskId/answer-letter',
    summary: '回复督办函',
    body: moves.AnswerLetter,
  }),
  subdivideDuty: endpoint({
    ...moved,
    permission: 'task.subdivide',
    path: '/tasks/:taskId/subdivide',
    summary: '向下分解',
    body: moves.SubdivideDuty,
  }),

  /** multipart/form-data: `file`, and `dutyId` and `kind` (file, photo, document) beside it. */
  putFile: endpoint({
    method: 'POST',
    path: '/tasks/:taskId/files',
    summary: '上传证明材料',
    status: 201,
    permission: 'task.report',
    params,
    answer: Type.Object(
      {
        id: Id,
        kind: Type.Enum(['file', 'photo', 'document']),
        name: Type.String(),
        mediaType: Type.String(),
        size: Type.Integer(),
        at: Instant,
      },
      closed,
    ),
  }),
  readFile: endpoint({
    ...read,
    path: '/tasks/:taskId/files/:fileId',
    summary: '下载证明材料',
    params: Type.Object({ taskId: Id, fileId: Id }, closed),
  }),
} as const;
