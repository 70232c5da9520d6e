import type { AuditAction, AuditNote } from '../../../audit/index.ts';
import { dueNow, dutyOf, stateOf, type Task, type TaskEvent } from '../../domain/index.ts';
import type { StoredTask } from '../../store/task.ts';

/** What stands in the log for each kind of event. */
const actionOf: Readonly<Record<TaskEvent['kind'], AuditAction>> = {
  created: 'task.create',
  settled: 'task.settle',
  ordered: 'task.order',
  'duty-added': 'task.add-unit',
  assigned: 'task.assign',
  'milestone-reached': 'task.milestone',
  withdrawn: 'task.withdraw',
  signed: 'task.sign',
  'handed-back': 'task.hand-back',
  insisted: 'task.insist',
  reassigned: 'task.reassign',
  reported: 'task.report',
  'extension-asked': 'task.ask-extension',
  'extension-answered': 'task.answer-extension',
  submitted: 'task.submit',
  'taken-back': 'task.take-back',
  returned: 'task.give-back',
  closed: 'task.close',
  reopened: 'task.reopen',
  urged: 'task.urge',
  'letter-answered': 'task.answer-letter',
};

/** The note of one event of a task for the log. */
export function noteOf(
  before: Task | null,
  task: Task,
  event: TaskEvent,
  { place }: Pick<StoredTask, 'place'>,
): AuditNote {
  const { source } = task;
  const reason = 'reason' in event ? event.reason : 'words' in event ? event.words : null;
  return {
    action: actionOf[event.kind],
    record: { kind: 'task', id: task.id, name: task.title },
    place,
    basis: source.kind === 'plan' ? { planId: source.planId, itemId: source.itemId } : null,
    changes: changesOf(before, task, event),
    ...(reason !== null && { reason }),
  };
}

function changesOf(before: Task | null, task: Task, event: TaskEvent): AuditNote['changes'] {
  if (!('dutyId' in event)) {
    const [was, now] = [before === null ? null : stateOf(before), stateOf(task)];
    return was === now ? [] : [{ field: 'state', before: was, after: now }];
  }
  const [was, now] = [before === null ? undefined : dutyOf(before, event.dutyId), dutyOf(task, event.dutyId)];
  const [due, dueThen] = [
    before === null || was === undefined ? null : dueNow(before, was),
    now === undefined ? null : dueNow(task, now),
  ];
  return [
    { field: 'unit', before: was?.unit.name ?? null, after: now?.unit.name ?? null },
    ...(was?.state === now?.state ? [] : [{ field: 'state', before: was?.state ?? null, after: now?.state ?? null }]),
    ...(due === dueThen ? [] : [{ field: 'dueOn', before: due, after: dueThen }]),
  ];
}
