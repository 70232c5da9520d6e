import type { Insertable } from 'kysely';
import type { DutyProjection, Task, TaskEvent, TaskProjection } from '../domain/index.ts';
import type { TaskDutyTable, TaskEventTable, TaskTable } from './tables.ts';

/** What of a task's row follows from its facts and the day. */
export function taskColumns(task: Task, projection: TaskProjection) {
  const { title, state, kind, leadName, firstDueOn, dueOn, light, reason, litOn } = projection;
  return {
    ...{ revision: task.revision, title, state, kind, lead_name: leadName, content: JSON.stringify(task) },
    ...{ first_due_on: firstDueOn, due_on: dueOn, light, light_reason: JSON.stringify(reason), lit_on: litOn },
    ...{ progress: projection.progress, reported_on: projection.reportedOn, chain_ids: [...task.chains] },
    indicator_ids: indicatorsOf(task),
    milestone_days: [...new Set(task.milestones.map(({ dueOn }) => dueOn))],
    ...{ help: projection.help, disputed: projection.disputed, extension_asked: projection.extensionAsked },
  } satisfies Partial<Insertable<TaskTable>>;
}

const indicatorsOf = ({ deliverables }: Task): string[] => [
  ...new Set(deliverables.flatMap(({ counts, indicatorId }) => (counts === 'indicator' ? (indicatorId ?? []) : []))),
];

/** Where a task comes from, as lists know it. */
export function sourceColumns({ source, parent, occurrence }: Task, sourceName: string) {
  const plan = source.kind === 'plan' ? source : null;
  const place = source.kind === 'upper-document' ? source.place : (plan?.place ?? null);
  return {
    ...{ source_kind: source.kind, source_name: sourceName, place },
    ...{ plan_id: plan?.planId ?? null, edition: plan?.edition ?? null, item_id: plan?.itemId ?? null },
    ...{ parent_id: parent?.taskId ?? null, parent_duty: parent?.dutyId ?? null },
    ...{ occurrence_of: occurrence?.of ?? null, occurrence_key: occurrence?.key ?? null },
    occurrence_period: occurrence?.period ?? null,
  } satisfies Partial<Insertable<TaskTable>>;
}

export function dutyRow(taskId: string, duty: DutyProjection, regionId: string | null): Insertable<TaskDutyTable> {
  return {
    ...{ task_id: taskId, duty_id: duty.dutyId, unit_id: duty.unitId, unit_name: duty.unitName, role: duty.role },
    ...{ part: duty.part, own: duty.own, state: duty.state, first_due_on: duty.firstDueOn, due_on: duty.dueOn },
    ...{ light: duty.light, light_reason: JSON.stringify(duty.reason), sent_on: duty.sentOn, signed_on: duty.signedOn },
    ...{ submitted_on: duty.submittedOn, closed_on: duty.closedOn, missed: duty.missed },
    ...{ reported_on: duty.reportedOn, reported_cycle: duty.reportedCycle, help: duty.help, problem: duty.problem },
    ...{ extension_to: duty.extensionTo, urged_on: duty.urgedOn, urged_times: duty.urgedTimes },
    ...{ letter: duty.letter, letter_by: duty.letterBy, region_id: regionId },
  };
}

export function eventRow(taskId: string, event: TaskEvent, key: string | null): Insertable<TaskEventTable> {
  const { no, kind, at, on, by } = event;
  return {
    ...{ task_id: taskId, no, kind, duty_id: 'dutyId' in event ? event.dutyId : null, at, on_day: on, key },
    ...{ by_id: by.id, by_name: by.name, by_unit_id: by.unitId, body: JSON.stringify(event) },
  };
}
