import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { mostPageSize } from '../../../platform/http/list-query.ts';
import * as shape from './shape.ts';

const { closed, Day, Id, LightSchema, NamedSchema, nullable } = shape;

/** What waits for a unit or a chief, and what comes of an instruction in their own words. */

export const OwedRowSchema = Type.Object(
  {
    taskId: Id,
    dutyId: Id,
    revision: Type.Integer(),
    title: Type.String(),
    unit: shape.UnitSchema,
    /** 牵头单位，这份责任不是牵头时才有。 */
    lead: nullable(Type.String()),
    role: shape.RoleSchema,
    state: shape.DutyStateSchema,
    part: nullable(Type.String()),
    light: LightSchema,
    reason: Type.String(),
    dueOn: nullable(Day),
    firstDueOn: nullable(Day),
    reportedOn: nullable(Day),
    source: Type.String(),
    /** 为什么与本单位有关：自己承担、自己牵头别人配合、由本单位立项或分解下去。 */
    by: Type.Enum(['own', 'lead', 'kept', 'handed']),
  },
  closed,
);

const lightCounts = Type.Array(Type.Object({ light: LightSchema, count: Type.Integer() }, closed));

const WaitSchema = Type.Object(
  {
    kind: Type.Enum(['sign', 'report', 'letter', 'returned', 'dispute', 'extension', 'close', 'help']),
    title: Type.String(),
    count: Type.Integer(),
    /** 最急的几件。 */
    rows: Type.Array(
      Type.Object({ taskId: Id, title: Type.String(), words: Type.String(), dueOn: nullable(Day) }, closed),
    ),
  },
  closed,
);

export const UnitOverviewSchema = Type.Object(
  {
    unit: NamedSchema,
    regionName: Type.String(),
    lights: lightCounts,
    open: Type.Integer(),
    closed: Type.Integer(),
    /** 别人欠本单位的，还没有办结的。 */
    theirs: Type.Integer(),
    /** 今年以来：按时、超期办结、超期未办结几份；率的单位是千分之一，没有到期的为空。 */
    rate: Type.Object(
      {
        since: Day,
        onTime: Type.Integer(),
        late: Type.Integer(),
        overdue: Type.Integer(),
        permille: nullable(Type.Integer()),
      },
      closed,
    ),
    waits: Type.Array(WaitSchema),
  },
  closed,
);

export const NeedSchema = Type.Object(
  {
    taskId: Id,
    dutyId: Id,
    title: Type.String(),
    unit: shape.UnitSchema,
    light: LightSchema,
    /** 为什么要领导过问，一句话。 */
    why: Type.String(),
    /** 方案里的那一句话，和它在哪里。 */
    words: nullable(Type.String()),
    plan: nullable(
      Type.Object({ planId: Id, edition: Type.Integer(), itemId: nullable(Id), name: Type.String() }, closed),
    ),
    source: Type.String(),
    dueOn: nullable(Day),
    chains: Type.Array(NamedSchema),
    regionName: Type.String(),
  },
  closed,
);

export const ChiefSchema = Type.Object(
  {
    needs: Type.Array(
      Type.Object(
        {
          kind: Type.Enum(['escalated', 'red', 'disputed', 'help', 'extension']),
          title: Type.String(),
          total: Type.Integer(),
          rows: Type.Array(NeedSchema),
        },
        closed,
      ),
    ),
    /** 产业链和灯：在办的任务按牵头单位最差的灯。 */
    chains: Type.Array(
      Type.Object(
        { chain: nullable(NamedSchema), lights: lightCounts, open: Type.Integer(), closed: Type.Integer() },
        closed,
      ),
    ),
    mayInstruct: Type.Boolean(),
  },
  closed,
);

export const InstructedSchema = Type.Object(
  {
    title: Type.String(),
    words: Type.String(),
    duties: Type.Array(
      Type.Object(
        {
          said: Type.String(),
          unit: shape.UnitSchema,
          candidates: Type.Array(NamedSchema),
          role: shape.RoleSchema,
          part: nullable(Type.String()),
        },
        closed,
      ),
    ),
    dueOn: nullable(Day),
    dueSaid: nullable(Type.String()),
    milestones: Type.Array(Type.Object({ name: Type.String(), dueOn: Day }, closed)),
    doubts: Type.Array(Type.String()),
    /** 本岗位管的产业链。 */
    chains: Type.Array(NamedSchema),
  },
  closed,
);

const read = { method: 'GET', permission: 'task.read', status: 200 } as const;

export const overviewApi = {
  readUnit: endpoint({
    ...read,
    path: '/task-overview/units/:unitId',
    summary: '一个单位：欠什么、什么等着办、按时办结率',
    params: Type.Object({ unitId: Id }, closed),
    answer: UnitOverviewSchema,
  }),
  listOwed: endpoint({
    ...read,
    path: '/task-overview/units/:unitId/duties',
    summary: '本单位欠的，或别人欠本单位的，按时限',
    params: Type.Object({ unitId: Id }, closed),
    query: Type.Object(
      {
        side: Type.Enum(['owes', 'theirs']),
        state: Type.Optional(Type.Enum(['open', 'closed'])),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
        pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: mostPageSize })),
      },
      closed,
    ),
    answer: Type.Object(
      {
        rows: Type.Array(OwedRowSchema),
        total: Type.Integer(),
        page: Type.Integer(),
        pageSize: Type.Integer(),
      },
      closed,
    ),
  }),
  readChief: endpoint({
    ...read,
    path: '/task-overview/chief',
    summary: '要领导过问的：报上来的、红灯、退回、求助；各产业链亮什么灯',
    query: Type.Object({ chainId: Type.Optional(Id) }, closed),
    answer: ChiefSchema,
  }),
  readInstruction: endpoint({
    method: 'POST',
    path: '/task-instructions/read',
    permission: 'task.instruct',
    summary: '把一两句交办的话读成任务，先看再发',
    status: 200,
    body: Type.Object({ words: Type.String({ minLength: 1, maxLength: 2000 }) }, closed),
    answer: InstructedSchema,
  }),
} as const;
