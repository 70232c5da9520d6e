import { Type } from 'typebox';
import { cycleKinds, cycleStates, dutyStates, lights, roles, urgingSteps } from '../domain/index.ts';
import { letterStateNames, reportStateNames, rollStateNames } from './dispatch-fields.ts';
import { closed, Day, Id, Instant, MaySchema, NamedSchema, nullable, PersonSchema } from './shape.ts';

const count = Type.Integer({ minimum: 0 });
const names = <T extends Readonly<Record<string, string>>>(of: T) => Type.Enum(Object.keys(of) as (keyof T & string)[]);
/** Percent with one decimal; null where nothing was due. */
const rate = nullable(Type.Number({ minimum: 0, maximum: 100 }));

export const CountsSchema = Type.Object(
  Object.fromEntries(lights.map((light) => [light, Type.Integer()])) as Record<
    (typeof lights)[number],
    ReturnType<typeof Type.Integer>
  >,
  closed,
);

/** Of the reports that are wanted how many came, and of how many units. */
export const ProgressSchema = Type.Object(
  { asked: count, reported: count, late: count, units: count, unitsMissing: count },
  closed,
);

export const ChainSchema = Type.Object({ id: Id, name: Type.String() }, closed);

export const CycleRowSchema = Type.Object(
  {
    id: Id,
    revision: Type.Integer(),
    name: Type.String(),
    kind: Type.Enum([...cycleKinds]),
    period: Type.String(),
    state: Type.Enum([...cycleStates]),
    region: NamedSchema,
    /** 只调度这条产业链的任务；全部任务的为空。 */
    chain: nullable(ChainSchema),
    opensOn: Day,
    dueOn: Day,
    /** 填报中和已截止的才有。 */
    progress: nullable(ProgressSchema),
    /** 已冻结的才有：各灯的项数、全体按时率。 */
    counts: nullable(CountsSchema),
    rate,
  },
  closed,
);

const Step = nullable(Type.Object({ by: PersonSchema, on: Day }, closed));
export const CycleSchema = Type.Object(
  {
    ...CycleRowSchema.properties,
    opened: Step,
    closed: Step,
    frozen: nullable(Type.Object({ by: PersonSchema, at: Instant, digest: Type.String() }, closed)),
    /** 正在冻结。 */
    freezing: Type.Boolean(),
    /** 包括哪些地区的任务，一共几个。 */
    regions: count,
    /** 单独调度、不在这一轮里的产业链。 */
    apart: Type.Array(ChainSchema),
    reminders: Type.Array(
      Type.Object(
        { no: count, on: Day, by: PersonSchema, byRound: Type.Boolean(), units: count, words: Type.String() },
        closed,
      ),
    ),
    may: Type.Object(
      { days: MaySchema, open: MaySchema, remind: MaySchema, close: MaySchema, freeze: MaySchema },
      closed,
    ),
  },
  closed,
);

export const RollRowSchema = Type.Object(
  {
    /** 单位的编号。 */
    id: Type.String(),
    unit: Type.Object({ id: nullable(Id), name: Type.String() }, closed),
    state: names(rollStateNames),
    asked: count,
    reported: count,
    late: count,
    missing: count,
    remindedOn: nullable(Day),
    /** 没有报的，最多列 20 项。 */
    waiting: Type.Array(Type.Object({ taskId: Id, dutyId: Id, title: Type.String(), dueOn: nullable(Day) }, closed)),
  },
  closed,
);

export const RankRowSchema = Type.Object(
  {
    id: Type.String(),
    unit: Type.Object({ id: nullable(Id), name: Type.String() }, closed),
    place: nullable(count),
    rate,
    onTime: count,
    late: count,
    overdue: count,
    /** 加权以后：按时的、全部的。 */
    won: count,
    of: count,
    placeBefore: nullable(count),
    rateBefore: rate,
    unreported: count,
  },
  closed,
);

export const SnapshotSchema = Type.Object(
  {
    cycleId: Id,
    judgedOn: Day,
    knownAt: Instant,
    digest: Type.String(),
    tasks: count,
    duties: count,
    units: count,
    unreported: count,
    counts: CountsSchema,
    rate,
    rules: Type.Object({ nearDays: count, paceTolerance: count, silentDays: count }, closed),
    weights: Type.Object({ lead: count, cooperating: count }, closed),
    /** 上一期；没有的为空。`counts` 是比上一期多了几项。 */
    before: nullable(Type.Object({ id: Id, name: Type.String(), counts: CountsSchema, rate }, closed)),
  },
  closed,
);

export const LineRowSchema = Type.Object(
  {
    id: Type.String(),
    taskId: Id,
    dutyId: Id,
    title: Type.String(),
    unit: Type.Object({ id: nullable(Id), name: Type.String() }, closed),
    role: Type.Enum([...roles]),
    light: Type.Enum([...lights]),
    reason: Type.String(),
    state: Type.Enum([...dutyStates]),
    dueOn: nullable(Day),
    firstDueOn: nullable(Day),
    report: names(reportStateNames),
    /** 报了什么；没有报的为空。 */
    words: nullable(Type.String()),
    reportedOn: nullable(Day),
  },
  closed,
);

export const VerifiedSchema = Type.Object(
  {
    cycleId: Id,
    name: Type.String(),
    regionId: Type.String(),
    /** 重算的结果和冻结时逐字节相同。 */
    holds: Type.Boolean(),
    bytes: count,
    tasks: count,
    events: count,
    digest: Type.String(),
    again: Type.String(),
    differs: Type.Array(Type.String()),
  },
  closed,
);

export const ProposedCycleSchema = Type.Object(
  {
    period: Type.String(),
    name: Type.String(),
    kind: Type.Enum([...cycleKinds]),
    /** 按规则和工作日历排出的日子；排不出的为空，`why` 说明原因。 */
    opensOn: nullable(Day),
    dueOn: nullable(Day),
    why: nullable(Type.String()),
    /** 已经有了。 */
    cycleId: nullable(Id),
    /** 已经开始：不能再把产业链单独拿出来。 */
    begun: Type.Boolean(),
  },
  closed,
);

export const ProposalRowSchema = Type.Object(
  {
    /** 任务和责任的编号，中间一点。 */
    id: Type.String(),
    taskId: Id,
    dutyId: Id,
    revision: Type.Integer(),
    title: Type.String(),
    unit: Type.Object({ id: nullable(Id), name: Type.String() }, closed),
    step: Type.Enum([...urgingSteps]),
    reason: Type.String(),
    /** 督办函建议的复函期限。 */
    replyBy: nullable(Day),
    light: Type.Enum([...lights]),
    dueOn: nullable(Day),
    urgedTimes: count,
    urgedOn: nullable(Day),
  },
  closed,
);

export const LetterRowSchema = Type.Object(
  {
    id: Type.String(),
    number: Type.String(),
    taskId: Id,
    dutyId: Id,
    title: Type.String(),
    unit: Type.Object({ id: nullable(Id), name: Type.String() }, closed),
    state: names(letterStateNames),
    on: Day,
    replyBy: nullable(Day),
    /** The paper that it is, where it was written as one about several tasks. */
    paperId: nullable(Id),
    answeredOn: nullable(Day),
    words: Type.String(),
    answer: nullable(Type.String()),
    by: Type.String(),
  },
  closed,
);

export const PressedSchema = Type.Object(
  {
    done: Type.Array(Type.Object({ taskId: Id, dutyId: Id, number: nullable(Type.String()) }, closed)),
    refused: Type.Array(Type.Object({ taskId: Id, dutyId: Id, title: Type.String(), why: Type.String() }, closed)),
  },
  closed,
);
