import { dayAt, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { apply } from '../apply.ts';
import type { Duty, DutyState, Happening, Stamp, Task, TaskEvent } from '../model/index.ts';
import { dutyOf } from '../standing.ts';
import { dutyStateNames } from '../wording/names.ts';

/** What was decided: the fact to be kept, and the task as it is with it; or why not. */
export type Moved = Result<{ readonly task: Task; readonly event: TaskEvent }>;

/** Adds who and when, and the number; gives the task after it. */
export function moved(task: Task, { by, at }: Stamp, happening: Happening): Moved {
  const event: TaskEvent = { ...happening, by, at, on: dayAt(at), no: task.revision + 1 };
  return ok({ task: apply(task, event), event });
}

/** The duty, or why nothing can be done with it now: there is none, the task is withdrawn, or its state is another. */
export function dutyIn(task: Task, dutyId: string, states: readonly DutyState[]): Result<Duty> {
  const duty = dutyOf(task, dutyId);
  if (duty === undefined) return refuse({ code: 'duty-unknown', field: task.title, given: dutyId });
  if (task.withdrawn !== null) return refuse({ code: 'task-withdrawn', field: task.title, given: task.withdrawn.on });
  if (!states.includes(duty.state)) {
    const wanted = states.map((state) => dutyStateNames[state]).join('、');
    return refuse({ code: 'duty-state', field: duty.unit.name, given: dutyStateNames[duty.state], limit: wanted });
  }
  return ok(duty);
}

/** The same, for what only people of the unit itself may do. */
export function ownDutyIn(task: Task, dutyId: string, stamp: Stamp, states: readonly DutyState[]): Result<Duty> {
  const duty = dutyIn(task, dutyId, states);
  if (!duty.ok || duty.value.unit.id === stamp.by.unitId) return duty;
  return refuse({ code: 'duty-other-unit', field: duty.value.unit.name, given: stamp.by.name });
}

const longest = 2000;

/** Why words that have to be said are not good enough; none when they are. */
export function saidWell(words: string, field: string): Refusal[] {
  const length = words.trim().length;
  if (length === 0) return [{ code: 'task-reason-missing', field }];
  return length > longest ? [{ code: 'task-words-long', field, given: length, limit: longest }] : [];
}
