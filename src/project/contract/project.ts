import { Type } from 'typebox';
import { listAnswer } from '../../../platform/http/list-query.ts';
import { alarmNames, alarmRules, lightNames } from '../domain/alarm/model.ts';
import { likenessNames } from '../domain/double/model.ts';
import { libraryNames, natureNames, positionNames, stageNames, vintageNames } from '../domain/model/index.ts';
import { ContentSchema } from './content.ts';
import { fileKindNames } from './fields.ts';
import {
  Count,
  closed,
  Day,
  Fen,
  Instant,
  Month,
  Named,
  nullable,
  oneOf,
  RecordId,
  Revision,
  Sum,
  Words,
  Year,
} from './shape.ts';

export const Rule = Type.Enum([...alarmRules], { description: Object.values(alarmNames).join('、') });

const head = {
  id: RecordId,
  revision: Revision,
  name: Type.String(),
  enterprise: Type.String(),
  code: nullable(Type.String()),
  region: Named,
  chain: nullable(Named),
  unit: Named,
  nature: oneOf(natureNames),
  position: oneOf(positionNames),
  library: oneOf(libraryNames),
  stage: oneOf(stageNames),
  positionOn: Day,
  startedOn: nullable(Day),
  completedOn: nullable(Day),
  producingOn: nullable(Day),
  reachedOn: nullable(Day),
  /** 有一步还没有经第二个人核定 */
  undecided: Type.Boolean(),
  withdrawnOn: nullable(Day),
  /** 已并入的项目 */
  mergedInto: nullable(Named),
  totalFen: Fen,
  doneFen: Sum,
  confirmedFen: Sum,
  lastMonth: nullable(Month),
  light: oneOf(lightNames),
} as const;

export const ProjectRowSchema = Type.Object(
  {
    ...head,
    creditCode: nullable(Type.String()),
    site: Type.String(),
    scope: Type.String(),
    alarms: Type.Array(Rule),
    alarmReason: nullable(Type.String()),
    yearPlanFen: nullable(Sum),
    yearDoneFen: Sum,
    followers: Type.Array(Type.String()),
    changedAt: Instant,
  },
  closed,
);

export const ProjectListSchema = listAnswer(ProjectRowSchema);

const GroupSchema = Type.Object(
  {
    key: Type.String({ description: '空的：不属于任何一个' }),
    name: Type.String(),
    count: Count,
    stuck: Count,
    totalFen: Sum,
    yearPlanFen: Sum,
    yearDoneFen: Sum,
    doneFen: Sum,
  },
  closed,
);

export const TotalsSchema = Type.Object({ year: Year, all: GroupSchema, groups: Type.Array(GroupSchema) }, closed);

const Signed = Type.Object({ id: Type.String(), name: Type.String() }, closed);

const EventSchema = Type.Object(
  {
    id: RecordId,
    kind: Type.Enum(['step', 'back', 'withdraw', 'restore']),
    position: oneOf(positionNames),
    on: Day,
    evidence: Type.String(),
    files: Type.Array(RecordId),
    note: Type.String(),
    at: Instant,
    by: Signed,
    decision: nullable(Type.Object({ agreed: Type.Boolean(), at: Instant, by: Signed, reason: Type.String() }, closed)),
    /** 现在还算数 */
    counts: Type.Boolean(),
  },
  closed,
);

const AlarmSchema = Type.Object(
  {
    rule: Rule,
    light: oneOf(lightNames),
    since: Day,
    reason: Type.String(),
  },
  closed,
);

export const MonthSchema = Type.Object(
  {
    month: Month,
    revision: Revision,
    fen: Fen,
    progress: Type.String(),
    problem: Type.String(),
    vintage: oneOf(vintageNames),
    savedAt: Instant,
    by: Type.String(),
    confirmedAt: nullable(Instant),
    confirmedBy: nullable(Type.String()),
    returned: nullable(Type.String({ description: '审核人退回的理由' })),
  },
  closed,
);

export const FileSchema = Type.Object(
  {
    id: RecordId,
    kind: oneOf(fileKindNames),
    name: Type.String(),
    type: Type.String(),
    size: Count,
    takenOn: Day,
    note: Type.String(),
    at: Instant,
    by: Type.String(),
  },
  closed,
);

const CurvePoint = Type.Object({ month: Month, plannedFen: nullable(Sum), doneFen: nullable(Sum) }, closed);

/** How a permit or a milestone stands to its day. */
const DueSchema = Type.Object(
  {
    dueOn: nullable(Day),
    /** 时限没有公布工作日历，算不出 */
    unknown: Type.Boolean(),
    norm: nullable(Type.String({ description: '时限的话：20 个工作日' })),
    source: Type.String(),
  },
  closed,
);

export const ProjectSchema = Type.Object(
  {
    ...head,
    content: ContentSchema,
    asOf: nullable(Day),
    alarms: Type.Array(AlarmSchema),
    events: Type.Array(EventSchema),
    months: Type.Array(MonthSchema),
    curve: Type.Object(
      {
        points: Type.Array(CurvePoint),
        /** 计划按年平摊到月的年份 */
        spread: Type.Array(Year),
        plannedFen: nullable(Type.Integer({ description: '按计划到上个月应完成' })),
        paceBp: nullable(Type.Integer({ description: '完成占应完成的万分之几' })),
      },
      closed,
    ),
    permitsDue: Type.Array(DueSchema),
    stay: nullable(Type.Object({ days: Count, norm: nullable(Count), source: Type.String() }, closed)),
    files: Type.Array(FileSchema),
    versions: Type.Array(
      Type.Object(
        {
          revision: Revision,
          parts: Type.Array(Type.String()),
          reason: nullable(Type.String()),
          at: Instant,
          by: Type.String(),
        },
        closed,
      ),
    ),
    pairs: Count,
    /** 并入本项目的 */
    merged: Type.Array(Named),
    /** 并入的项目报过、本项目没有报的月份：计入一次。 */
    monthsBeside: Type.Array(
      Type.Object({ month: Type.String(), fen: Type.Integer(), vintage: oneOf(vintageNames), from: Named }, closed),
    ),
    may: Type.Object({ keep: Type.Boolean(), review: Type.Boolean(), steps: Type.Array(oneOf(positionNames)) }, closed),
    createdAt: Instant,
    createdBy: Type.String(),
    changedAt: Instant,
    changedBy: Type.String(),
  },
  closed,
);

/** A project that may be the same; of one beyond the reader's reach only where it is kept. */
export const LikeSchema = Type.Object(
  {
    id: nullable(RecordId),
    name: nullable(Type.String()),
    enterprise: nullable(Type.String()),
    regionName: Type.String(),
    unitName: Type.String(),
    totalFen: nullable(Fen),
    score: Type.Integer({ minimum: 0, maximum: 100 }),
    reasons: Type.Array(
      Type.Object({ part: oneOf(likenessNames), alike: Type.Integer({ minimum: 0, maximum: 100 }) }, closed),
    ),
  },
  closed,
);

export const MonthVersionSchema = Type.Object(
  {
    revision: Revision,
    fen: Fen,
    progress: Type.String(),
    problem: Type.String(),
    vintage: oneOf(vintageNames),
    at: Instant,
    by: Type.String(),
    reason: nullable(Words),
  },
  closed,
);
