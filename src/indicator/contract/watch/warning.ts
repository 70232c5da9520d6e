import { Type } from 'typebox';
import { listAnswer } from '../../../../platform/http/list-query.ts';
import { urgencies, warningRules } from '../../domain/index.ts';
import { closed, Day, Instant, nullable, Period, Total } from '../shape.ts';
import { warningStateNames } from './fields.ts';

export const WarningId = Type.String({ pattern: '^[0-9a-hjkmnp-tv-z]{10}$', description: '预警的编号' });
const Revision = Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: '看到的修改号' });
const Light = Type.Enum([...urgencies], { description: '红、黄、蓝' });
const Rule = Type.Enum([...warningRules]);
const State = Type.Enum(Object.keys(warningStateNames) as (keyof typeof warningStateNames)[]);
const count = Type.Integer({ minimum: 0 });

/** What a warning asked for: a task, or help from above. */
const WorkSchema = Type.Object(
  {
    id: Type.String(),
    kind: Type.Enum(['assignment', 'handle'], { description: '交办，或者请上级协助' }),
    title: Type.String(),
    state: Type.Enum(['open', 'claimed', 'done', 'returned', 'withdrawn']),
    assignee: Type.String(),
    claimedBy: nullable(Type.String()),
    createdAt: Instant,
    dueOn: nullable(Day),
    outcome: nullable(Type.String()),
    /** 当前岗位打得开 */
    opens: Type.Boolean(),
  },
  closed,
);

const Named = Type.Object({ id: Type.String(), name: Type.String() }, closed);

export const WarningRowSchema = Type.Object(
  {
    id: WarningId,
    revision: Revision,
    rule: Rule,
    light: Light,
    /** 指标；逾期未报的是填报表 */
    about: Named,
    region: Named,
    unit: nullable(Named),
    chain: nullable(Named),
    title: Type.String(),
    reason: Type.String(),
    next: Type.String({ description: '接着做什么' }),
    /** 不足三家企业，数字没有显示 */
    hidden: Type.Boolean(),
    since: Period,
    period: Period,
    state: State,
    aside: nullable(
      Type.Object({ by: Type.String(), at: Instant, reason: Type.String(), until: nullable(Day) }, closed),
    ),
    raisedAt: Instant,
    lastFoundAt: Instant,
    overAt: nullable(Instant),
    work: Type.Array(WorkSchema),
  },
  closed,
);
export const WarningListSchema = listAnswer(WarningRowSchema);

/** A figure behind a warning; `value` and `other` as figures are kept. */
const BehindSchema = Type.Object(
  {
    period: Period,
    region: nullable(Named),
    unit: nullable(Named),
    chain: nullable(Named),
    enterpriseId: Type.String(),
    enterprise: nullable(Type.String()),
    value: nullable(Total),
    other: nullable(Total),
    rate: nullable(Type.Number()),
    light: nullable(Type.Enum(['green', 'blue', 'yellow', 'red'])),
    /** 填报表，逾期未报时 */
    sheetId: nullable(Type.String()),
  },
  closed,
);

export const WarningSchema = Type.Object(
  {
    ...WarningRowSchema.properties,
    /** 指标的单位和小数位；没有：不是关于一个指标的 */
    written: nullable(Type.Object({ unit: Type.String(), decimals: Type.Integer() }, closed)),
    behind: Type.Array(BehindSchema),
    can: Type.Object(
      { aside: Type.Boolean(), takeBack: Type.Boolean(), task: Type.Boolean(), help: Type.Boolean() },
      closed,
    ),
  },
  closed,
);

/** How things stand in the reader's reach, and how far the watch has looked. */
export const WarningBoardSchema = Type.Object(
  {
    counts: Type.Array(Type.Object({ light: Light, rule: Rule, state: State, count }, closed)),
    lookedAt: nullable(Type.String({ format: 'date-time', description: '最近一次看完的时刻；没有：还没看完过' })),
    due: Type.Integer({ minimum: 0, description: '还有多少处没看' }),
    watched: Type.Array(Rule, { description: '开着的规则' }),
    targets: count,
    may: Type.Object({ run: Type.Boolean(), limits: Type.Boolean() }, closed),
  },
  closed,
);

const Reason = Type.String({ minLength: 2, maxLength: 500 });
export const WarningParams = Type.Object({ warningId: WarningId }, closed);
export const AsideBody = Type.Object(
  {
    revision: Revision,
    reason: Reason,
    until: Type.Optional(nullable(Day)),
  },
  closed,
);
export const RevisionBody = Type.Object({ revision: Revision }, closed);
const party = Type.Object(
  { kind: Type.Enum(['post', 'unit', 'person']), id: Type.String({ minLength: 1, maxLength: 60 }) },
  closed,
);
export const TaskBody = Type.Object(
  {
    to: Type.Array(party, { minItems: 1, maxItems: 20 }),
    detail: Type.Optional(Type.String({ maxLength: 4000 })),
    dueOn: Type.Optional(nullable(Day)),
    importance: Type.Optional(Type.Enum(['normal', 'high'])),
  },
  closed,
);
export const HelpBody = Type.Object(
  {
    unitId: Type.String({ minLength: 1, maxLength: 60 }),
    detail: Type.String({ minLength: 2, maxLength: 4000 }),
    dueOn: Type.Optional(nullable(Day)),
  },
  closed,
);
export const SuperiorsSchema = Type.Object(
  {
    units: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), region: nullable(Type.String()) }, closed)),
  },
  closed,
);
export const RunSchema = Type.Object(
  { noted: count, looked: count, due: Type.Integer({ minimum: 0, description: '还没看的，服务接着看' }) },
  closed,
);
