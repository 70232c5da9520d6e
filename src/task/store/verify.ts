import type { Kysely } from '../../../platform/db/index.ts';
import type { Projection, Task } from '../domain/index.ts';
import type { TaskTables } from './tables.ts';

type Db = Kysely<TaskTables>;

/** What is kept of a task beside its events. */
export interface KeptTask {
  readonly task: Task;
  readonly regionId: string;
  readonly projection: Projection;
  readonly parties: readonly string[];
}

export async function taskIdsAfter(db: Db, after: string, most: number): Promise<string[]> {
  const rows = await db.selectFrom('task').select('id').where('id', '>', after).orderBy('id').limit(most).execute();
  return rows.map(({ id }) => id);
}

/** All that is kept of a task, in the form in which it is reckoned. */
export async function readKept(db: Db, taskId: string): Promise<KeptTask | undefined> {
  const row = await db.selectFrom('task').selectAll().where('id', '=', taskId).executeTakeFirst();
  if (row === undefined) return undefined;
  const duties = await db.selectFrom('task_duty').selectAll().where('task_id', '=', taskId).execute();
  const parties = await db.selectFrom('task_party').select('duty_id').where('task_id', '=', taskId).execute();
  return {
    ...{ task: row.content, regionId: row.region_id, parties: parties.map(({ duty_id }) => duty_id) },
    projection: {
      task: {
        ...{ title: row.title, state: row.state, kind: row.kind, leadName: row.lead_name, light: row.light },
        ...{ firstDueOn: row.first_due_on, dueOn: row.due_on, reason: row.light_reason, litOn: row.lit_on },
        ...{ progress: row.progress, reportedOn: row.reported_on, help: row.help, disputed: row.disputed },
        extensionAsked: row.extension_asked,
      },
      duties: duties.map((duty) => ({
        ...{ dutyId: duty.duty_id, unitId: duty.unit_id, unitName: duty.unit_name, role: duty.role, part: duty.part },
        ...{ own: duty.own, state: duty.state, firstDueOn: duty.first_due_on, dueOn: duty.due_on, light: duty.light },
        ...{ reason: duty.light_reason, sentOn: duty.sent_on, signedOn: duty.signed_on, missed: duty.missed },
        ...{ submittedOn: duty.submitted_on, closedOn: duty.closed_on, reportedOn: duty.reported_on },
        ...{ reportedCycle: duty.reported_cycle, help: duty.help, problem: duty.problem },
        ...{ extensionTo: duty.extension_to, urgedOn: duty.urged_on, urgedTimes: duty.urged_times },
        ...{ letter: duty.letter, letterBy: duty.letter_by },
      })),
    },
  };
}
