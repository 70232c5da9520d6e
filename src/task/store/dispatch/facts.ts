import { type SqlBool, sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { Day } from '../../../kernel/index.ts';
import type { Reading, TaskEvent } from '../../domain/index.ts';
import type { TaskTables } from '../tables.ts';
import { takesTask } from './cycles.ts';

type Db = Kysely<TaskTables>;

/** Which facts there were when a cycle was frozen. Facts are only ever added, so that these can be found again. */
export interface KnownFacts {
  /** Of each task the number of its last event. */
  readonly tasks: readonly (readonly [taskId: string, no: number])[];
  /** Of each figure from elsewhere the newest. */
  readonly readings: readonly (readonly [taskId: string, deliverableId: string, on: Day, at: string])[];
}

type TaskReading = Reading & { readonly taskId: string };

/** Tasks whose events are read at once: few enough to be taken apart in a moment. */
const batchSize = 100;

/** Which facts there are of all tasks that a cycle takes: what a snapshot of a day by an instant is reckoned from. */
export async function knownFacts(
  db: Db,
  cycleId: string,
  { day, at }: { readonly day: Day; readonly at: string },
): Promise<KnownFacts> {
  const taken = sql<SqlBool>`exists (select from dispatch_cycle_region r where r.cycle_id = ${cycleId} and ${takesTask})`;
  const tasks = await db.selectFrom('task as t').select(['t.id', 't.revision']).where(taken).orderBy('t.id').execute();
  const { rows } = await sql<{ task: string; deliverable: string; on: string; at: string }>`
    select distinct on (g.task_id, g.deliverable_id) g.task_id as task, g.deliverable_id as deliverable, g.on_day as "on", g.at
    from task_reading g join task t on t.id = g.task_id
    where ${taken} and g.on_day <= ${day}::date and g.at <= ${at}::timestamptz
    order by g.task_id, g.deliverable_id, g.on_day desc, g.at desc`.execute(db);
  return {
    tasks: tasks.map(({ id, revision }) => [id, revision]),
    readings: rows.map((row) => [row.task, row.deliverable, row.on, row.at]),
  };
}

/** The events of those tasks as they stand in the database now, some tasks at a time, in the order in which they are known. */
export async function* eventsInTurn(db: Db, known: KnownFacts): AsyncGenerator<readonly (readonly TaskEvent[])[]> {
  for (let from = 0; from < known.tasks.length; from += batchSize) {
    const some = known.tasks.slice(from, from + batchSize);
    const last = new Map(some);
    const rows = await db
      .selectFrom('task_event')
      .select(['task_id', 'no', 'body'])
      .where('task_id', '=', sql<string>`any (${[...last.keys()]}::text[])`)
      .orderBy('task_id')
      .orderBy('no')
      .execute();
    const events = Map.groupBy(
      rows.filter(({ task_id, no }) => no <= (last.get(task_id) ?? 0)),
      ({ task_id }) => task_id,
    );
    yield some.map(([taskId]) => (events.get(taskId) ?? []).map(({ body }) => body));
  }
}

/** Those figures from elsewhere themselves. */
export async function readKnownReadings(db: Db, { readings }: KnownFacts): Promise<readonly TaskReading[]> {
  if (readings.length === 0) return [];
  const wanted = JSON.stringify(readings);
  const { rows } = await sql<{ taskId: string; deliverableId: string; on: string; at: string; value: number }>`
    select r.task_id as "taskId", r.deliverable_id as "deliverableId", r.on_day as "on", r.at, r.value
    from jsonb_array_elements(${wanted}::jsonb) w
      join task_reading r on r.task_id = w ->> 0 and r.deliverable_id = w ->> 1 and r.on_day = (w ->> 2)::date
        and r.at = (w ->> 3)::timestamptz
    order by r.task_id, r.deliverable_id`.execute(db);
  return rows.map((row) => ({ ...row, value: Number(row.value) }));
}
