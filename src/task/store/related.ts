import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { KeptReason, Light, Task, TaskState } from '../domain/index.ts';
import type { TaskTables } from './tables.ts';

type Db = Kysely<TaskTables>;

/** Another task in one line. */
export interface RelatedTask {
  readonly id: string;
  readonly title: string;
  readonly state: TaskState;
  readonly light: Light;
  readonly reason: KeptReason;
  readonly dueOn: string | null;
  readonly parentDuty: string | null;
  readonly unit: string;
  readonly key: string | null;
  readonly how: 'part' | 'occurrence' | 'before' | 'after' | 'parent' | 'recurring';
}

const mostOccurrences = 60;
const mostNeeding = 200;

/** Tasks that belong to one: its times, what it waits for and what waits for it, where it comes from. As far as they are in sight. */
export async function readRelated(
  db: Db,
  { id, dependsOn, parent, occurrence }: Pick<Task, 'id' | 'dependsOn' | 'parent' | 'occurrence'>,
): Promise<RelatedTask[]> {
  const line = (how: RelatedTask['how'], rest: ReturnType<typeof sql>) => sql`
    (select t.id, t.title, t.state, t.light, t.light_reason as reason, t.due_on as "dueOn", t.parent_duty as "parentDuty",
      t.lead_name as unit, t.occurrence_key as key, ${sql.lit(how)}::text as how, t.occurrence_period as period
      from task t ${rest})`;
  const asked = [
    line(
      'occurrence',
      sql`where t.occurrence_of = ${id} order by t.occurrence_period desc, t.occurrence_key desc limit ${mostOccurrences}`,
    ),
    line(
      'after',
      sql`join task_depends d on d.task_id = t.id where d.on_task_id = ${id} order by t.id limit ${mostNeeding}`,
    ),
    ...(dependsOn.length === 0 ? [] : [line('before', sql`where t.id = any (${[...dependsOn]}::text[])`)]),
    ...(parent === null ? [] : [line('parent', sql`where t.id = ${parent.taskId}`)]),
    ...(occurrence === null ? [] : [line('recurring', sql`where t.id = ${occurrence.of}`)]),
  ];
  const { rows } =
    await sql<RelatedTask>`${sql.join(asked, sql` union all `)} order by how, period desc, key desc, id`.execute(db);
  return rows;
}

/** A task that a duty was handed down as, whole. */
export interface PartTask extends Pick<RelatedTask, 'id' | 'title' | 'state' | 'light' | 'reason' | 'dueOn' | 'unit'> {
  readonly dutyId: string;
  readonly task: Task;
}

/** What the duties of a task were handed down as; of one in sight also the parts of other units, as the system. */
export async function readParts(db: Db, taskId: string): Promise<PartTask[]> {
  const { rows } = await sql<PartTask>`
    select id, title, state, light, light_reason as reason, due_on as "dueOn", lead_name as unit, parent_duty as "dutyId",
      content as task
    from task where parent_id = ${taskId} order by lead_name, id`.execute(db);
  return rows;
}

/** The links of dependence that can be walked from some tasks, for finding circles; as the system. */
export async function dependencyLinks(
  db: Db,
  from: readonly string[],
): Promise<readonly { readonly id: string; readonly dependsOn: readonly string[] }[]> {
  const { rows } = await sql<{ id: string; dependsOn: string[] }>`
    with recursive reached (id) as (
      select unnest(${[...from]}::text[])
      union
      select d.on_task_id from reached r join task_depends d on d.task_id = r.id)
    select r.id, array(select d.on_task_id from task_depends d where d.task_id = r.id order by 1) as "dependsOn"
    from reached r`.execute(db);
  return rows;
}

/** Those of some tasks that are in sight. */
export async function tasksInSight(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('task')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Set(rows.map(({ id }) => id));
}
