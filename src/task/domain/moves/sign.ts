import { type Day, dayAt, isDayText, refuse } from '../../../kernel/index.ts';
import type { Stamp, Task, UnitRef } from '../model/index.ts';
import { dueNow, dutyOf } from '../standing.ts';
import { dutyIn, type Moved, moved, ownDutyIn, saidWell } from './move.ts';

/** 签收: a person of the unit says that it has it. */
export function sign(task: Task, dutyId: string, stamp: Stamp): Moved {
  const duty = ownDutyIn(task, dutyId, stamp, ['sent']);
  return duty.ok ? moved(task, stamp, { kind: 'signed', dutyId }) : duty;
}

/** The unit gives it back as not its own, with a reason; the clock runs on. Also after signing for it. */
export function handBack(task: Task, dutyId: string, reason: string, stamp: Stamp): Moved {
  const duty = ownDutyIn(task, dutyId, stamp, ['sent', 'signed']);
  if (!duty.ok) return duty;
  const silent = saidWell(reason, duty.value.unit.name);
  return silent.length > 0 ? refuse(...silent) : moved(task, stamp, { kind: 'handed-back', dutyId, reason });
}

/** The office does not take it back: the unit owes it as before. */
export function insist(task: Task, dutyId: string, reason: string, stamp: Stamp): Moved {
  const duty = dutyIn(task, dutyId, ['handed-back']);
  if (!duty.ok) return duty;
  const silent = saidWell(reason, duty.value.unit.name);
  return silent.length > 0 ? refuse(...silent) : moved(task, stamp, { kind: 'insisted', dutyId, reason });
}

export interface Reassignment {
  readonly newDutyId: string;
  readonly unit: UnitRef;
  /** Null: the deadline stays. */
  readonly dueOn: Day | null;
  readonly reason: string;
}

/**
 * Gives it to another unit; the first keeps its trace. Refuses the same unit, one that is a name only, one that has it, and a
 * deadline that has passed.
 */
export function reassign(
  task: Task,
  dutyId: string,
  { newDutyId, unit, dueOn, reason }: Reassignment,
  stamp: Stamp,
): Moved {
  const duty = dutyIn(task, dutyId, ['sent', 'signed', 'handed-back']);
  if (!duty.ok) return duty;
  const { role, part, own } = duty.value;
  const silent = saidWell(reason, duty.value.unit.name);
  if (silent.length > 0) return refuse(...silent);
  if (unit.id === null) return refuse({ code: 'unit-unresolved', field: task.title, given: unit.name });
  const has = task.duties.some(
    (each) => each.unit.id === unit.id && each.role === role && each.part === part && each.state !== 'replaced',
  );
  if (has || dutyOf(task, newDutyId) !== undefined)
    return refuse({ code: 'duty-twice', field: task.title, given: unit.name });
  if (dueOn !== null && !isDayText(dueOn))
    return refuse({ code: 'day-unknown', field: 'dueOn', given: dueOn, limit: 'YYYY-MM-DD' });
  const due = dueOn ?? (own ? dueNow(task, duty.value) : null);
  // Whoever takes it over now is not late for what another left undone.
  const today = dayAt(stamp.at);
  if (due !== null && due < today) return refuse({ code: 'reassign-day', field: unit.name, given: due, limit: today });
  return moved(task, stamp, { kind: 'reassigned', dutyId, newDutyId, unit, dueOn: due, reason });
}
