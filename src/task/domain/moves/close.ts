import { type Day, refuse } from '../../../kernel/index.ts';
import type { Duty, Evidence, Stamp, Task } from '../model/index.ts';
import { bearing, dueNow } from '../standing.ts';
import { laterDay } from './extend.ts';
import { dutyIn, type Moved, moved, ownDutyIn, saidWell } from './move.ts';

/**
 * Asks to be closed out, with evidence. A unit that has no part of its own is closed with the leads and does not ask; a
 * lead asks when every part that is closed by itself is closed or handed in.
 */
export function submit(task: Task, dutyId: string, words: string, evidence: readonly Evidence[], stamp: Stamp): Moved {
  const duty = ownDutyIn(task, dutyId, stamp, ['signed']);
  if (!duty.ok) return duty;
  const { unit, own, role } = duty.value;
  if (!own) return refuse({ code: 'duty-goes-with-lead', field: unit.name });
  const open = role === 'lead' ? openParts(task) : [];
  if (open.length > 0)
    return refuse(...open.map((part) => ({ code: 'duty-parts-open', field: task.title, given: part.unit.name })));
  const refusals = [
    ...(evidence.length === 0 ? [{ code: 'duty-evidence-missing', field: unit.name }] : []),
    ...saidWell(words, unit.name),
  ];
  return refusals.length > 0 ? refuse(...refusals) : moved(task, stamp, { kind: 'submitted', dutyId, words, evidence });
}

/** Parts of cooperating units that are closed by themselves and are neither closed nor handed in. */
const openParts = (task: Task): Duty[] =>
  bearing(task).filter(({ role, state }) => role === 'cooperating' && state !== 'closed' && state !== 'submitted');

/** The unit takes back what nobody has judged yet. */
export function takeBack(task: Task, dutyId: string, stamp: Stamp): Moved {
  const duty = ownDutyIn(task, dutyId, stamp, ['submitted']);
  return duty.ok ? moved(task, stamp, { kind: 'taken-back', dutyId }) : duty;
}

/**
 * Sends a request to close out back with what lacks; `to` gives more time for it. The deadline itself runs on: who was in
 * time and is sent back after it is late, unless he is given another day.
 */
export function giveBack(task: Task, dutyId: string, reason: string, to: Day | null, stamp: Stamp): Moved {
  const duty = dutyIn(task, dutyId, ['submitted']);
  if (!duty.ok) return duty;
  return sentBack(task, duty.value, reason, to, () => moved(task, stamp, { kind: 'returned', dutyId, reason, to }));
}

/** Why there is no sending back, else what happens. */
function sentBack(task: Task, duty: Duty, reason: string, to: Day | null, then: () => Moved): Moved {
  const due = dueNow(task, duty);
  const refusals = [
    ...saidWell(reason, duty.unit.name),
    ...(to === null ? [] : laterDay(to, due ?? '', duty.unit.name)),
  ];
  return refusals.length > 0 ? refuse(...refusals) : then();
}

/**
 * 销号: a second person agrees that it is done. Refuses the one who asked for it, anyone who ever reported or asked for it in
 * the unit's name, and a lead while a part of another unit is not closed.
 */
export function closeOut(task: Task, dutyId: string, stamp: Stamp): Moved {
  const duty = dutyIn(task, dutyId, ['submitted']);
  if (!duty.ok) return duty;
  const { unit, role, submission, reports } = duty.value;
  const hands = new Set([submission?.by.id, ...reports.map(({ by }) => by.id)]);
  if (hands.has(stamp.by.id)) return refuse({ code: 'duty-second-person', field: unit.name, given: stamp.by.name });
  const open =
    role === 'lead' ? bearing(task).filter((each) => each.role === 'cooperating' && each.state !== 'closed') : [];
  return open.length > 0
    ? refuse(...open.map((part) => ({ code: 'duty-parts-open', field: task.title, given: part.unit.name })))
    : moved(task, stamp, { kind: 'closed', dutyId });
}

/** Opens again what was closed; the close-out and the reason stay on record. `to` gives another deadline. */
export function reopen(task: Task, dutyId: string, reason: string, to: Day | null, stamp: Stamp): Moved {
  const duty = dutyIn(task, dutyId, ['closed']);
  if (!duty.ok) return duty;
  if (!duty.value.own) return refuse({ code: 'duty-goes-with-lead', field: duty.value.unit.name });
  return sentBack(task, duty.value, reason, to, () => moved(task, stamp, { kind: 'reopened', dutyId, reason, to }));
}

/** Nobody owes it any more; what was closed stays closed. */
export function withdraw(task: Task, reason: string, stamp: Stamp): Moved {
  if (task.withdrawn !== null) return refuse({ code: 'task-withdrawn', field: task.title, given: task.withdrawn.on });
  const silent = saidWell(reason, task.title);
  return silent.length > 0 ? refuse(...silent) : moved(task, stamp, { kind: 'withdrawn', reason });
}
