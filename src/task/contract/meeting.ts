import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { mostPageSize } from '../../../platform/http/list-query.ts';
import { meetingItemKinds } from '../domain/index.ts';
import { DutyContentSchema, MilestoneContentSchema } from './moves.ts';
import {
  closed,
  Day,
  Id,
  Instant,
  LightSchema,
  NamedSchema,
  nullable,
  Reason,
  Revision,
  TaskStateSchema,
  Title,
  Words,
} from './shape.ts';

/** Meetings about tasks: an agenda out of what is red, disputed or waits, decisions on the spot, and minutes. */

const params = Type.Object({ meetingId: Id }, closed);
const KindSchema = Type.Enum(Object.keys(meetingItemKinds) as (keyof typeof meetingItemKinds)[]);

/** A task as it stands today, where it stands on an agenda. */
const MeetingTaskSchema = Type.Object(
  {
    id: Id,
    revision: Type.Integer(),
    title: Type.String(),
    state: TaskStateSchema,
    light: LightSchema,
    reason: Type.String(),
    unit: nullable(Type.Object({ dutyId: Id, id: nullable(Id), name: Type.String() }, closed)),
    dueOn: nullable(Day),
    firstDueOn: nullable(Day),
    help: nullable(Type.String()),
    problem: nullable(Type.String()),
    handedBack: nullable(Type.String()),
    extension: nullable(Type.Object({ to: Day, reason: Type.String() }, closed)),
    source: Type.String(),
  },
  closed,
);

const DecisionSchema = Type.Object(
  {
    kind: Type.Enum(['note', 'task', 'extension', 'reassign', 'insist', 'urge', 'escalate']),
    /** 议定了什么，一句话；`words` 是当时写的。 */
    what: Type.String(),
    words: Type.String(),
    by: Type.String(),
    at: Instant,
    /** 由它立的任务，和它现在怎样。 */
    task: nullable(
      Type.Object(
        {
          id: Id,
          title: Type.String(),
          state: TaskStateSchema,
          light: LightSchema,
          reason: Type.String(),
          dueOn: nullable(Day),
        },
        closed,
      ),
    ),
  },
  closed,
);

const MeetingItemSchema = Type.Object(
  {
    id: Id,
    kind: KindSchema,
    title: Type.String(),
    /** 列入议程的原因。 */
    why: Type.String(),
    task: nullable(MeetingTaskSchema),
    decisions: Type.Array(DecisionSchema),
  },
  closed,
);

const headOf = {
  id: Id,
  revision: Type.Integer(),
  title: Type.String(),
  heldOn: Day,
  place: nullable(Type.String()),
  chair: nullable(Type.String()),
  chainId: nullable(Type.String()),
  chainName: nullable(Type.String()),
  regionName: Type.String(),
  state: Type.Enum(['open', 'ended']),
} as const;

export const MeetingRowSchema = Type.Object(
  {
    ...headOf,
    items: Type.Integer(),
    decided: Type.Integer(),
    /** 议定的任务有几项，其中办结几项。 */
    tasks: Type.Integer(),
    closed: Type.Integer(),
  },
  closed,
);

export const MeetingSchema = Type.Object(
  {
    ...headOf,
    sits: Type.Array(NamedSchema),
    note: nullable(Type.String()),
    items: Type.Array(MeetingItemSchema),
    createdBy: Type.String(),
    ended: nullable(Type.Object({ by: Type.String(), at: Instant }, closed)),
    may: Type.Boolean(),
  },
  closed,
);

/** Something that could be put on the agenda. */
export const ProposedSchema = Type.Object(
  {
    kind: KindSchema,
    taskId: Id,
    dutyId: Id,
    title: Type.String(),
    unit: Type.String(),
    why: Type.String(),
    light: LightSchema,
    dueOn: nullable(Day),
  },
  closed,
);

export const MeetingHead = Type.Object(
  {
    title: Title,
    heldOn: Day,
    place: nullable(Type.String({ maxLength: 60 })),
    chair: nullable(Type.String({ maxLength: 60 })),
    chainId: nullable(Id),
    sits: Type.Array(Id, { maxItems: 100 }),
  },
  closed,
);

export const DecideItem = Type.Object(
  {
    revision: Revision,
    decision: Type.Union([
      Type.Object({ kind: Type.Literal('note'), words: Reason }, closed),
      Type.Object(
        {
          kind: Type.Literal('task'),
          words: Words,
          title: Title,
          duties: Type.Array(DutyContentSchema, { minItems: 1, maxItems: 100 }),
          milestones: Type.Array(MilestoneContentSchema, { maxItems: 30 }),
        },
        closed,
      ),
      /** `to` 为空：不同意。 */
      Type.Object({ kind: Type.Literal('extension'), to: nullable(Day), words: Reason }, closed),
      Type.Object({ kind: Type.Literal('reassign'), unitId: Id, dueOn: nullable(Day), words: Reason }, closed),
      Type.Object({ kind: Type.Literal('insist'), words: Reason }, closed),
      Type.Object({ kind: Type.Literal('urge'), words: Reason }, closed),
      Type.Object({ kind: Type.Literal('escalate'), postId: Id, words: Reason }, closed),
    ]),
  },
  closed,
);

const read = { method: 'GET', permission: 'task.read', status: 200 } as const;
const changed = { permission: 'task.dispatch', status: 200, params, answer: MeetingSchema } as const;

export const meetingApi = {
  listMeetings: endpoint({
    ...read,
    path: '/meetings',
    summary: '会议，最近的在前',
    query: Type.Object(
      {
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
        pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: mostPageSize })),
        text: Type.Optional(Type.String({ maxLength: 100 })),
      },
      closed,
    ),
    answer: Type.Object(
      {
        meetings: Type.Array(MeetingRowSchema),
        total: Type.Integer(),
        page: Type.Integer(),
        pageSize: Type.Integer(),
      },
      closed,
    ),
  }),
  createMeeting: endpoint({
    method: 'POST',
    path: '/meetings',
    summary: '开一个会；议程先列上该议的',
    status: 201,
    permission: 'task.dispatch',
    body: Type.Object({ ...MeetingHead.properties, compose: Type.Array(KindSchema, { maxItems: 5 }) }, closed),
    answer: MeetingSchema,
  }),
  readMeeting: endpoint({
    ...read,
    path: '/meetings/:meetingId',
    summary: '一个会议的议程和议定的事',
    params,
    answer: MeetingSchema,
  }),
  changeMeeting: endpoint({
    ...changed,
    method: 'PUT',
    path: '/meetings/:meetingId',
    summary: '改会议的名称、日子、地点和参加单位',
    body: Type.Object({ revision: Revision, ...MeetingHead.properties }, closed),
  }),
  proposeAgenda: endpoint({
    ...read,
    path: '/meetings/:meetingId/proposals',
    summary: '还可以列入议程的：红灯、退回、求助、待答复的延期、报链长的',
    params,
    answer: Type.Object({ proposals: Type.Array(ProposedSchema), capped: Type.Boolean() }, closed),
  }),
  putAgenda: endpoint({
    ...changed,
    method: 'PUT',
    path: '/meetings/:meetingId/agenda',
    summary: '排议程：增减、改次序；已经议定的不能拿掉',
    body: Type.Object(
      {
        revision: Revision,
        items: Type.Array(
          Type.Union([
            Type.Object({ id: Id }, closed),
            Type.Object({ kind: Type.Literal('free'), title: Title }, closed),
            Type.Object({ kind: KindSchema, taskId: Id, dutyId: Id }, closed),
          ]),
          { maxItems: 200 },
        ),
      },
      closed,
    ),
  }),
  decideItem: endpoint({
    ...changed,
    method: 'POST',
    path: '/meetings/:meetingId/items/:itemId/decisions',
    params: Type.Object({ meetingId: Id, itemId: Id }, closed),
    summary: '议定一件事：记一笔、立任务、答复延期、改派、报链长，当场生效',
    body: DecideItem,
  }),
  endMeeting: endpoint({
    ...changed,
    method: 'POST',
    path: '/meetings/:meetingId/end',
    summary: '散会，纪要定稿，不再改',
    body: Type.Object({ revision: Revision, note: nullable(Words) }, closed),
  }),
} as const;
