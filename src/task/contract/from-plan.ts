import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { mostPageSize } from '../../../platform/http/list-query.ts';
import { DeliverableContentSchema, DutyContentSchema, MilestoneContentSchema } from './moves.ts';
import {
  closed,
  Day,
  Id,
  Instant,
  LightSchema,
  NamedSchema,
  nullable,
  Reason,
  TaskStateSchema,
  Title,
} from './shape.ts';
import { RecurrenceSchema } from './task.ts';

/** Tasks out of published plans: what an edition says, what became of it, and what a newer edition says otherwise. */

const PlanParams = Type.Object({ planId: Id }, closed);
const ItemParams = Type.Object({ planId: Id, itemId: Id }, closed);
const Edition = Type.Integer({ minimum: 1, description: '第几版' });
const paged = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: mostPageSize })),
} as const;

const TaskPlanSchema = Type.Object(
  {
    planId: Id,
    title: Type.String(),
    docNumber: nullable(Type.String()),
    regionName: nullable(Type.String()),
    chainName: nullable(Type.String()),
    edition: Edition,
    /** 这一版有几项任务；已经立项几项，其中已下达、已办结几项；注明不立项几项。 */
    items: Type.Integer(),
    made: Type.Integer(),
    sent: Type.Integer(),
    done: Type.Integer(),
    leftOut: Type.Integer(),
    /** 还没有立项的；新版说法有变化、还没有处理的；新版里没有了、还没有处理的。 */
    fresh: Type.Integer(),
    changed: Type.Integer(),
    gone: Type.Integer(),
    /** 本岗位能不能立项。 */
    may: Type.Boolean(),
  },
  closed,
);

export const TaskPlanListSchema = Type.Object(
  {
    plans: Type.Array(TaskPlanSchema),
    total: Type.Integer(),
    capped: Type.Boolean(),
    page: Type.Integer(),
    pageSize: Type.Integer(),
  },
  closed,
);

/** What differs between the edition that a task was made from and the newest. */
const ChangeSchema = Type.Object(
  {
    what: Type.Enum(['gone', 'due', 'lead', 'unit-new', 'unit-gone', 'figure', 'text']),
    words: Type.String(),
    /** 能不能照新版改；不能的，要在任务页上办。 */
    applies: Type.Boolean(),
  },
  closed,
);

export const PlannedItemSchema = Type.Object(
  {
    itemId: Id,
    place: Type.String(),
    title: Title,
    text: nullable(Type.String()),
    /** ready：没有疑点；open：有疑点；made：已立项；left-out：注明不立项；gone：新版里没有了。 */
    state: Type.Enum(['ready', 'open', 'made', 'left-out', 'gone']),
    task: nullable(
      Type.Object(
        {
          id: Id,
          revision: Type.Integer(),
          title: Type.String(),
          state: TaskStateSchema,
          light: LightSchema,
          reason: Type.String(),
          edition: Edition,
          dueOn: nullable(Day),
        },
        closed,
      ),
    ),
    duties: Type.Array(DutyContentSchema),
    milestones: Type.Array(MilestoneContentSchema),
    deliverables: Type.Array(DeliverableContentSchema),
    recurrences: Type.Array(RecurrenceSchema),
    doubts: Type.Array(Type.String()),
    changes: Type.Array(ChangeSchema),
    /** 不立项或不照新版改的理由。 */
    decided: nullable(
      Type.Object(
        {
          what: Type.Enum(['left-out', 'kept', 'applied']),
          reason: Type.String(),
          by: Type.String(),
          at: Instant,
          edition: Edition,
        },
        closed,
      ),
    ),
  },
  closed,
);

/** A name in the plan that is not one unit of the register by itself. */
const PlanNameSchema = Type.Object(
  {
    name: Type.String(),
    collective: Type.Boolean(),
    /** 在几项任务里。 */
    items: Type.Integer(),
    units: Type.Array(NamedSchema),
    suggestions: Type.Array(NamedSchema),
    decided: Type.Boolean(),
  },
  closed,
);

export const PlanTasksSchema = Type.Object(
  {
    planId: Id,
    title: Type.String(),
    docNumber: nullable(Type.String()),
    edition: Edition,
    editions: Type.Array(Type.Integer()),
    regionId: nullable(Type.String()),
    regionName: nullable(Type.String()),
    chainId: nullable(Type.String()),
    chainName: nullable(Type.String()),
    counts: Type.Object(
      {
        ready: Type.Integer(),
        open: Type.Integer(),
        made: Type.Integer(),
        'left-out': Type.Integer(),
        gone: Type.Integer(),
        changed: Type.Integer(),
      },
      closed,
    ),
    items: Type.Array(PlannedItemSchema),
    names: Type.Array(PlanNameSchema),
    /** 可以对应到数量成果的指标。 */
    indicators: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), unit: Type.String() }, closed)),
    may: Type.Boolean(),
  },
  closed,
);

export const MadeSchema = Type.Object(
  {
    made: Type.Array(Type.Object({ itemId: Id, taskId: Id }, closed)),
    refused: Type.Array(Type.Object({ itemId: Id, title: Type.String(), why: Type.String() }, closed)),
    sent: Type.Integer(),
  },
  closed,
);

export const DecideNames = Type.Object(
  {
    names: Type.Array(
      Type.Object(
        {
          name: Type.String({ minLength: 1, maxLength: 120 }),
          /** 为空：收回。 */
          unitIds: nullable(Type.Array(Id, { minItems: 1, maxItems: 100 })),
        },
        closed,
      ),
      { minItems: 1, maxItems: 200 },
    ),
  },
  closed,
);

/** Without `itemIds` every item that is new and without doubt. */
export const MakeTasks = Type.Object(
  {
    edition: Edition,
    itemIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 500 })),
    send: Type.Boolean({ description: '立项后马上下达' }),
  },
  closed,
);

export const MakeTask = Type.Object(
  {
    edition: Edition,
    title: Title,
    duties: Type.Array(DutyContentSchema, { minItems: 1, maxItems: 200 }),
    milestones: Type.Array(MilestoneContentSchema, { maxItems: 60 }),
    deliverables: Type.Array(DeliverableContentSchema, { maxItems: 50 }),
    recurrences: Type.Array(RecurrenceSchema, { maxItems: 30 }),
    send: Type.Boolean(),
  },
  closed,
);

const office = { method: 'POST', permission: 'task.dispatch' } as const;

export const fromPlanApi = {
  listTaskPlans: endpoint({
    method: 'GET',
    path: '/task-plans',
    permission: 'task.read',
    summary: '已发布的方案，各有多少任务立了项',
    status: 200,
    query: Type.Object({ ...paged, text: Type.Optional(Type.String({ maxLength: 100 })) }, closed),
    answer: TaskPlanListSchema,
  }),
  readTaskPlan: endpoint({
    method: 'GET',
    path: '/task-plans/:planId',
    permission: 'task.read',
    summary: '一个方案的各项任务：立项了没有，有什么疑点，新版有什么变化',
    status: 200,
    params: PlanParams,
    query: Type.Object({ edition: Type.Optional(Edition) }, closed),
    answer: PlanTasksSchema,
  }),
  decideNames: endpoint({
    ...office,
    path: '/task-plans/:planId/names',
    summary: '定下方案里的单位名称指谁；统称换成具体单位',
    status: 200,
    params: PlanParams,
    body: DecideNames,
    answer: PlanTasksSchema,
  }),
  makeTasks: endpoint({
    ...office,
    path: '/task-plans/:planId/tasks',
    summary: '把没有疑点的一次立项；一项只立一次',
    status: 201,
    params: PlanParams,
    body: MakeTasks,
    answer: MadeSchema,
  }),
  makeTask: endpoint({
    ...office,
    path: '/task-plans/:planId/items/:itemId/task',
    summary: '核对以后立项',
    status: 201,
    params: ItemParams,
    body: MakeTask,
    answer: Type.Object({ taskId: Id }, closed),
  }),
  leaveItem: endpoint({
    ...office,
    path: '/task-plans/:planId/items/:itemId/leave',
    summary: '注明不立项，或收回',
    status: 200,
    params: ItemParams,
    body: Type.Object({ edition: Edition, reason: nullable(Reason) }, closed),
    answer: PlanTasksSchema,
  }),
  applyEdition: endpoint({
    ...office,
    path: '/task-plans/:planId/items/:itemId/apply',
    summary: '照新版改任务：改时限、加单位、换牵头、撤销',
    status: 200,
    params: ItemParams,
    body: Type.Object({ edition: Edition, revision: Type.Integer({ minimum: 1 }), reason: Reason }, closed),
    answer: PlanTasksSchema,
  }),
  keepItem: endpoint({
    ...office,
    path: '/task-plans/:planId/items/:itemId/keep',
    summary: '任务不照新版改，写明理由',
    status: 200,
    params: ItemParams,
    body: Type.Object({ edition: Edition, reason: Reason }, closed),
    answer: PlanTasksSchema,
  }),
} as const;
