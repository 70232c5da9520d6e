import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { Light, TaskState } from '../../domain/index.ts';
import type { TaskTables } from '../tables.ts';
import type { Narrowed } from './narrow.ts';
import { foundTasks, type Searched } from './tasks.ts';

type Db = Kysely<TaskTables>;

export type BoardBy = 'light' | 'state' | 'lead' | 'chain';

/** Of each key of a board its first tasks and how many there are. */
export interface BoardCell {
  readonly key: string;
  readonly id: string;
  readonly total: number;
}

/** By light only what is under way is shown; what is over or not begun has none to look at. */
const keys: Readonly<
  Record<BoardBy, { readonly key: ReturnType<typeof sql>; readonly among: ReturnType<typeof sql> }>
> = {
  light: { key: sql`t.light`, among: sql`t.state = 'open'` },
  state: { key: sql`t.state`, among: sql`true` },
  lead: { key: sql`coalesce(t.lead_unit_id, '')`, among: sql`t.state in ('planned', 'open')` },
  chain: { key: sql`coalesce(t.chain_ids[1], '')`, among: sql`t.state in ('planned', 'open')` },
};

/** Columns of tasks in sight: the worst and what is due first come first in each; columns with most tasks first. */
export async function readBoard(
  db: Db,
  narrowed: Narrowed,
  searched: Searched,
  { by, perColumn, most }: { readonly by: BoardBy; readonly perColumn: number; readonly most: number },
): Promise<{ cells: BoardCell[]; columns: number }> {
  const { key, among } = keys[by];
  const { rows } = await sql<BoardCell & { readonly columns: number }>`
    with found as materialized (
      select t.id, ${key} as key, t.light, t.due_on from task t
      where ${among} and ${foundTasks(narrowed, searched)}),
    numbered as (
      select id, key, count(*) over (partition by key) as total, row_number() over (partition by key
        order by array_position(array['red', 'yellow', 'blue', 'green', 'none'], light), due_on, id) as at
      from found),
    placed as (select *, dense_rank() over (order by total desc, key) as place from numbered)
    select key, id, total, (select count(distinct key) from found) as columns
    from placed where at <= ${perColumn} and place <= ${most} order by place, at`.execute(db);
  return { cells: rows.map(({ key: of, id, total }) => ({ key: of, id, total })), columns: rows[0]?.columns ?? 0 };
}

export interface TaskCounts {
  readonly lights: readonly { readonly light: Light; readonly tasks: number }[];
  readonly states: Readonly<Partial<Record<TaskState, number>>>;
  readonly help: number;
  readonly disputed: number;
  readonly toClose: number;
  readonly extensions: number;
}

/** How many tasks in sight there are of each light (under way), state and trouble. */
export async function countTasks(db: Db, narrowed: Narrowed, searched: Searched): Promise<TaskCounts> {
  const { rows } = await sql<{
    state: TaskState;
    light: Light;
    tasks: number;
    help: number;
    disputed: number;
    closing: number;
    extensions: number;
  }>`
    select t.state, t.light, count(*) as tasks, count(*) filter (where t.help and t.state = 'open') as help,
      count(*) filter (where t.disputed and t.state = 'open') as disputed,
      count(*) filter (where t.extension_asked and t.state = 'open') as extensions,
      count(*) filter (where t.to_close and t.state = 'open') as closing
    from task t where ${foundTasks(narrowed, searched)} group by t.state, t.light`.execute(db);
  const sum = (of: (row: (typeof rows)[number]) => number, some = rows) => some.reduce((n, row) => n + of(row), 0);
  const open = rows.filter(({ state }) => state === 'open');
  return {
    lights: open.map(({ light, tasks }) => ({ light, tasks })),
    states: Object.fromEntries(
      rows.map(({ state }) => [
        state,
        sum(
          ({ tasks }) => tasks,
          rows.filter((row) => row.state === state),
        ),
      ]),
    ),
    ...{ help: sum(({ help }) => help), disputed: sum(({ disputed }) => disputed) },
    ...{ toClose: sum(({ closing }) => closing), extensions: sum(({ extensions }) => extensions) },
  };
}

export interface CalendarDay {
  readonly on: string;
  readonly kind: 'due' | 'milestone' | 'letter';
  readonly taskId: string;
  readonly title: string;
  readonly what: string;
  readonly light: Light;
}

const shown = sql`t.id, t.title, t.light, t.due_on, t.milestone_days, t.lead_name, t.state`;

/**
 * What falls on days from one to another: deadlines, and of what is not over milestones that are not reached and replies to
 * letters.
 */
export async function readCalendar(
  db: Db,
  narrowed: Narrowed,
  searched: Searched,
  { from, to, most }: { readonly from: string; readonly to: string; readonly most: number },
): Promise<CalendarDay[]> {
  const { rows } = await sql<CalendarDay>`
    with found as materialized (
      select ${shown} from task t where t.state in ('planned', 'open', 'closed')
        and t.due_on between ${from}::date and ${to}::date and ${foundTasks(narrowed, searched)}
      union
      select ${shown} from task t where t.state in ('planned', 'open') and ${foundTasks(narrowed, searched)} and (
        exists (select from unnest(t.milestone_days) m where m between ${from}::date and ${to}::date)
        or exists (select from task_duty d where d.task_id = t.id and d.letter_by between ${from}::date and ${to}::date)))
    select * from (
      select due_on as on, 'due' as kind, id as "taskId", title, lead_name as what, light from found
      where due_on between ${from}::date and ${to}::date
      union all
      select (m ->> 'dueOn')::date, 'milestone', f.id, f.title, m ->> 'name', f.light
      from found f join task t on t.id = f.id cross join lateral jsonb_array_elements(t.content -> 'milestones') m
      where f.state <> 'closed' and exists (select from unnest(f.milestone_days) d where d between ${from}::date and ${to}::date)
        and (m ->> 'dueOn')::date between ${from}::date and ${to}::date and m ->> 'reachedOn' is null
      union all
      select d.letter_by, 'letter', f.id, f.title, d.unit_name || ' ' || d.letter, d.light
      from found f join task_duty d on d.task_id = f.id
      where f.state <> 'closed' and d.letter_by between ${from}::date and ${to}::date and d.letter is not null) as each
    order by "on", kind, "taskId" limit ${most}`.execute(db);
  return rows;
}
