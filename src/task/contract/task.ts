import { Type } from 'typebox';
import * as shape from './shape.ts';

const { closed, Day, Figure, Id, Instant, nullable } = shape;

/** Where a task comes from; a plan's item is the sentence behind it. */
export const SourceSchema = Type.Object(
  {
    kind: Type.Enum(['plan', 'instruction', 'meeting', 'upper-document']),
    /** 来自什么，一句话。 */
    words: Type.String(),
    name: Type.String(),
    planId: nullable(Type.String()),
    edition: nullable(Type.Integer()),
    itemId: nullable(Type.String()),
    place: nullable(Type.String()),
  },
  closed,
);

/** A task in a list, on the board, in the Gantt view and in the calendar. */
export const TaskRowSchema = Type.Object(
  {
    id: Id,
    revision: Type.Integer(),
    title: Type.String(),
    state: shape.TaskStateSchema,
    ...{ light: shape.LightSchema, reason: Type.String() },
    source: SourceSchema,
    kind: Type.Enum(['usual', 'recurring', 'occurrence', 'part']),
    regionId: Type.String(),
    regionName: Type.String(),
    chains: Type.Array(shape.NamedSchema),
    leads: Type.Array(shape.UnitSchema),
    /** 配合单位有几个。 */
    cooperating: Type.Integer(),
    createdOn: Day,
    firstDueOn: nullable(Day),
    dueOn: nullable(Day),
    milestones: Type.Array(Type.Object({ id: Id, name: Type.String(), dueOn: Day, reachedOn: nullable(Day) }, closed)),
    /** 数量成果完成的百分数，取最低的一项；没有数量成果的为空。 */
    progress: nullable(Type.Number()),
    reportedOn: nullable(Day),
    /** 有单位退回没有处理；有单位求助；有延期申请没有答复。 */
    disputed: Type.Boolean(),
    help: Type.Boolean(),
    extensionAsked: Type.Boolean(),
    /** 还没有核对的疑点有几处，下达之前要看。 */
    doubts: Type.Integer(),
    dependsOn: Type.Array(Id),
    /** 本单位在其中的责任；没有的为空。 */
    mine: nullable(
      Type.Object({ dutyId: Id, role: shape.RoleSchema, state: shape.DutyStateSchema, dueOn: nullable(Day) }, closed),
    ),
  },
  closed,
);

/** One unit's duty in a list. */
export const DutyRowSchema = Type.Object(
  {
    taskId: Id,
    dutyId: Id,
    /** 任务的第几版，办理时一并送来。 */
    revision: Type.Integer(),
    title: Type.String(),
    source: Type.String(),
    chains: Type.Array(shape.NamedSchema),
    unit: shape.UnitSchema,
    role: shape.RoleSchema,
    state: shape.DutyStateSchema,
    ...{ light: shape.LightSchema, reason: Type.String() },
    part: nullable(Type.String()),
    own: Type.Boolean(),
    firstDueOn: nullable(Day),
    dueOn: nullable(Day),
    reportedOn: nullable(Day),
    /** 这一轮调度要报、还没有报。 */
    reportWanted: Type.Boolean(),
    help: nullable(Type.String()),
    problem: nullable(Type.String()),
    extensionTo: nullable(Day),
    urgedOn: nullable(Day),
    urgedTimes: Type.Integer(),
    letter: nullable(Type.String()),
    letterBy: nullable(Day),
  },
  closed,
);

const ReportSchema = Type.Object(
  {
    on: Day,
    at: Instant,
    by: shape.PersonSchema,
    cycleId: nullable(Type.String()),
    late: Type.Boolean(),
    words: Type.String(),
    figures: Type.Array(Type.Object({ deliverableId: Id, value: Figure }, closed)),
    evidence: Type.Array(shape.EvidenceSchema),
    problem: nullable(Type.String()),
    help: nullable(Type.String()),
  },
  closed,
);

/** What the asker may do with a duty now; each with the reason when not. */
export const dutyMoves = [
  ...['sign', 'handBack', 'report', 'submit', 'takeBack', 'askExtension', 'answerLetter', 'subdivide'],
  ...['insist', 'reassign', 'answerExtension', 'giveBack', 'closeOut', 'reopen', 'urge', 'supervise', 'escalate'],
] as const;
export const taskMoves = ['settle', 'addUnit', 'assign', 'withdraw', 'depend'] as const;

export const DutySchema = Type.Object(
  {
    id: Id,
    unit: shape.UnitSchema,
    role: shape.RoleSchema,
    part: nullable(Type.String()),
    own: Type.Boolean(),
    inherited: Type.Boolean(),
    state: shape.DutyStateSchema,
    ...{ light: shape.LightSchema, reason: Type.String() },
    firstDueOn: nullable(Day),
    dueOn: nullable(Day),
    sentOn: nullable(Day),
    signed: nullable(shape.TraceSchema),
    handBacks: Type.Array(shape.TraceSchema),
    extensions: Type.Array(
      Type.Object(
        {
          from: Day,
          to: Day,
          asked: shape.TraceSchema,
          answer: nullable(
            Type.Object({ by: shape.PersonSchema, on: Day, words: Type.String(), to: nullable(Day) }, closed),
          ),
        },
        closed,
      ),
    ),
    reports: Type.Array(ReportSchema),
    submission: nullable(
      Type.Object(
        { by: shape.PersonSchema, on: Day, words: Type.String(), evidence: Type.Array(shape.EvidenceSchema) },
        closed,
      ),
    ),
    closings: Type.Array(Type.Object({ submittedOn: Day, on: Day, by: shape.PersonSchema }, closed)),
    reopenings: Type.Array(shape.TraceSchema),
    urgings: Type.Array(
      Type.Object(
        {
          by: shape.PersonSchema,
          on: Day,
          words: Type.String(),
          step: Type.Enum(['urge', 'supervise', 'escalate']),
          number: nullable(Type.String()),
          replyBy: nullable(Day),
          repliedOn: nullable(Day),
          to: nullable(Type.String()),
          paperId: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
    missed: Type.Boolean(),
    replaces: nullable(Id),
    /** 由这份责任分解下去的任务。 */
    parts: Type.Array(
      Type.Object(
        {
          id: Id,
          title: Type.String(),
          unit: Type.String(),
          state: shape.TaskStateSchema,
          ...{ light: shape.LightSchema, reason: Type.String() },
          dueOn: nullable(Day),
        },
        closed,
      ),
    ),
    may: Type.Partial(
      Type.Object(
        Object.fromEntries(dutyMoves.map((move) => [move, shape.MaySchema])) as Record<
          (typeof dutyMoves)[number],
          typeof shape.MaySchema
        >,
      ),
    ),
  },
  closed,
);

/** A deliverable with what is known of it today. */
export const DeliverableSchema = Type.Object(
  {
    id: Id,
    name: Type.String(),
    unit: Type.String(),
    decimals: Type.Integer(),
    target: Figure,
    comparator: Type.Enum(['>=', '<=']),
    mode: Type.Enum(['cumulative', 'annual', 'level']),
    from: Day,
    by: Day,
    counts: Type.Enum(['reported', 'indicator', 'events']),
    indicatorId: nullable(Type.String()),
    events: shape.Events,
    dutyId: nullable(Id),
    /** 到今天的数；没有的为空。按进度应到多少；不评进度的为空。 */
    value: nullable(Type.Integer()),
    expected: nullable(Type.Integer()),
    behind: Type.Boolean(),
    /** 这个数从哪里来。 */
    source: nullable(Type.Object({ words: Type.String(), link: nullable(Type.String()) }, closed)),
    /** 每次知道的数，从早到晚。 */
    history: Type.Array(Type.Object({ on: Day, value: Type.Integer() }, closed)),
    /** 分解下去的合计、报了数的和应报数的任务数；没有分解的为空。 */
    handedUp: nullable(
      Type.Object({ value: nullable(Type.Integer()), told: Type.Integer(), of: Type.Integer() }, closed),
    ),
  },
  closed,
);

/** One thing that happened, in words, newest last. */
export const EventSchema = Type.Object(
  {
    no: Type.Integer(),
    kind: Type.String(),
    dutyId: nullable(Type.String()),
    at: Instant,
    on: Day,
    by: shape.PersonSchema,
    /** 发生了什么，一句话；`words` 是当时说的话。 */
    what: Type.String(),
    words: nullable(Type.String()),
    evidence: Type.Array(shape.EvidenceSchema),
  },
  closed,
);

export const RecurrenceSchema = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('every'),
      every: Type.Enum([1, 2, 3, 6, 12]),
      times: Type.Integer({ minimum: 1, maximum: 50 }),
      months: Type.Array(Type.Integer({ minimum: 1, maximum: 12 }), { maxItems: 12 }),
      day: nullable(Type.Integer({ minimum: 1, maximum: 31 })),
      what: nullable(Type.String({ maxLength: 300 })),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('dated'),
      months: Type.Array(shape.Period, { maxItems: 60 }),
      times: Type.Integer({ minimum: 1, maximum: 50 }),
      what: nullable(Type.String({ maxLength: 300 })),
    },
    closed,
  ),
]);

/** A whole task, as it stands today. */
export const TaskSchema = Type.Object(
  {
    id: Id,
    revision: Type.Integer(),
    title: Type.String(),
    words: nullable(Type.String()),
    source: SourceSchema,
    state: shape.TaskStateSchema,
    ...{ light: shape.LightSchema, reason: Type.String() },
    regionId: Type.String(),
    regionName: Type.String(),
    /** 由哪个单位立项。 */
    keeper: nullable(shape.NamedSchema),
    chains: Type.Array(shape.NamedSchema),
    firstDueOn: nullable(Day),
    dueOn: nullable(Day),
    createdOn: Day,
    createdBy: shape.PersonSchema,
    withdrawn: nullable(shape.TraceSchema),
    duties: Type.Array(DutySchema),
    milestones: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Type.String(),
          dueOn: Day,
          dutyId: nullable(Id),
          reachedOn: nullable(Day),
          /** 现在能不能报这个节点完成。 */
          may: shape.MaySchema,
        },
        closed,
      ),
    ),
    deliverables: Type.Array(DeliverableSchema),
    recurrences: Type.Array(RecurrenceSchema),
    /** 每一次的任务，从新到旧，最多 60 次。 */
    occurrences: Type.Array(
      Type.Object(
        {
          id: Id,
          key: Type.String(),
          title: Type.String(),
          dueOn: nullable(Day),
          state: shape.TaskStateSchema,
          ...{ light: shape.LightSchema, reason: Type.String() },
        },
        closed,
      ),
    ),
    dependsOn: Type.Array(
      Type.Object({ id: Id, title: Type.String(), state: shape.TaskStateSchema, dueOn: nullable(Day) }, closed),
    ),
    neededBy: Type.Array(
      Type.Object({ id: Id, title: Type.String(), state: shape.TaskStateSchema, dueOn: nullable(Day) }, closed),
    ),
    parent: nullable(Type.Object({ taskId: Id, dutyId: Id, title: Type.String() }, closed)),
    occurrenceOf: nullable(Type.Object({ taskId: Id, title: Type.String() }, closed)),
    doubts: Type.Array(Type.String()),
    events: Type.Array(EventSchema),
    /** 现在要报的那一轮调度；没有的为空。 */
    cycle: nullable(Type.Object({ id: Id, name: Type.String(), dueOn: Day, closed: Type.Boolean() }, closed)),
    may: Type.Object(
      Object.fromEntries(taskMoves.map((move) => [move, shape.MaySchema])) as Record<
        (typeof taskMoves)[number],
        typeof shape.MaySchema
      >,
      closed,
    ),
  },
  closed,
);
