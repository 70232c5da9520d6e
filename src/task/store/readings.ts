import type { Kysely } from '../../../platform/db/index.ts';
import type { Reading, Task } from '../domain/index.ts';
import type { TaskTables } from './tables.ts';

type Db = Kysely<TaskTables>;

/** A figure from elsewhere with where it comes from. */
export interface SourcedReading extends Reading {
  readonly source: string;
  readonly link: string | null;
}

/** The readings of some tasks, in the order in which they became known. */
export async function readReadings(db: Db, taskIds: readonly string[]): Promise<Map<string, SourcedReading[]>> {
  if (taskIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('task_reading')
    .selectAll()
    .where('task_id', 'in', [...new Set(taskIds)])
    .orderBy('at')
    .orderBy('deliverable_id')
    .orderBy('on_day')
    .execute();
  const found = new Map<string, SourcedReading[]>();
  for (const { task_id, deliverable_id, on_day, at, value, source, link } of rows) {
    const reading = { deliverableId: deliverable_id, on: on_day, at, value: Number(value), source, link };
    const list = found.get(task_id);
    if (list === undefined) found.set(task_id, [reading]);
    else list.push(reading);
  }
  return found;
}

/** Whether any figure of a task comes from elsewhere: for others nothing has to be asked. */
export const countsElsewhere = ({ deliverables }: Pick<Task, 'deliverables'>): boolean =>
  deliverables.some(({ counts }) => counts !== 'reported');

/** The readings of one task; asks only where there may be any. */
export async function readingsOf(db: Db, task: Pick<Task, 'id' | 'deliverables'>): Promise<readonly SourcedReading[]> {
  return countsElsewhere(task) ? ((await readReadings(db, [task.id])).get(task.id) ?? []) : [];
}

export async function insertReadings(db: Db, taskId: string, readings: readonly SourcedReading[]): Promise<void> {
  if (readings.length === 0) return;
  await db
    .insertInto('task_reading')
    .values(
      readings.map(({ deliverableId, on, at, value, source, link }) => ({
        ...{ task_id: taskId, deliverable_id: deliverableId, on_day: on, at, value, source, link },
      })),
    )
    .execute();
}
