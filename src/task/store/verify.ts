import { type Selectable, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { DutyProjection, Projection, Task, TaskEvent } from '../domain/index.ts';
import { readReadings } from './readings.ts';
import type { TaskDutyTable, TaskTable, TaskTables } from './tables.ts';

type Db = Kysely<TaskTables>;

/** What is kept of a task, and the events and figures of which it has to be what they come to. */
export interface KeptTask {
  readonly id: string;
  readonly task: Task;
  readonly regionId: string;
  readonly projection: Projection;
  readonly parties: readonly string[];
  readonly events: readonly TaskEvent[];
  readonly readings: readonly { deliverableId: string; on: string; at: string; value: number }[];
}

/**
 * The next tasks by their ids with all that is kept of them, in the form in which it is reckoned; a few questions however many
 * they are, all of one instant, so that what is added meanwhile is in all of it or in none.
 */
export const readKeptAfter = (all: Db, after: string, most: number): Promise<KeptTask[]> =>
  all
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => {
      const rows = await db.selectFrom('task').selectAll().where('id', '>', after).orderBy('id').limit(most).execute();
      const ids = rows.map(({ id }) => id);
      const these = sql<string>`any (${ids}::text[])`;
      const duties = await db.selectFrom('task_duty').selectAll().where('task_id', '=', these).execute();
      const parties = await db
        .selectFrom('task_party')
        .select(['task_id', 'duty_id'])
        .where('task_id', '=', these)
        .execute();
      const events = await db
        .selectFrom('task_event')
        .select(['task_id', 'body'])
        .where('task_id', '=', these)
        .orderBy('task_id')
        .orderBy('no')
        .execute();
      const readings = await readReadings(db, ids);
      const of = {
        duties: Map.groupBy(duties, ({ task_id }) => task_id),
        parties: Map.groupBy(parties, ({ task_id }) => task_id),
        events: Map.groupBy(events, ({ task_id }) => task_id),
      };
      return rows.map((row) => ({
        ...{ id: row.id, task: row.content, regionId: row.region_id, readings: readings.get(row.id) ?? [] },
        projection: { task: taskOf(row), duties: (of.duties.get(row.id) ?? []).map(dutyOf) },
        parties: (of.parties.get(row.id) ?? []).map(({ duty_id }) => duty_id),
        events: (of.events.get(row.id) ?? []).map(({ body }) => body),
      }));
    });

const taskOf = (row: Selectable<TaskTable>): Projection['task'] => ({
  ...{ title: row.title, state: row.state, kind: row.kind, leadName: row.lead_name, light: row.light },
  ...{ firstDueOn: row.first_due_on, dueOn: row.due_on, reason: row.light_reason, litOn: row.lit_on },
  ...{ progress: row.progress, reportedOn: row.reported_on, help: row.help, disputed: row.disputed },
  extensionAsked: row.extension_asked,
});

const dutyOf = (duty: Selectable<TaskDutyTable>): DutyProjection => ({
  ...{ dutyId: duty.duty_id, unitId: duty.unit_id, unitName: duty.unit_name, role: duty.role, part: duty.part },
  ...{ own: duty.own, state: duty.state, firstDueOn: duty.first_due_on, dueOn: duty.due_on, light: duty.light },
  ...{ reason: duty.light_reason, sentOn: duty.sent_on, signedOn: duty.signed_on, missed: duty.missed },
  ...{ submittedOn: duty.submitted_on, closedOn: duty.closed_on, reportedOn: duty.reported_on },
  ...{ reportedCycle: duty.reported_cycle, help: duty.help, problem: duty.problem },
  ...{ extensionTo: duty.extension_to, urgedOn: duty.urged_on, urgedTimes: duty.urged_times },
  ...{ letter: duty.letter, letterBy: duty.letter_by },
});
