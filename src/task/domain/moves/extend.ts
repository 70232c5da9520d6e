import { type Day, isDayText, refuse } from '../../../kernel/index.ts';
import type { Duty, Stamp, Task } from '../model/index.ts';
import { dueNow } from '../standing.ts';
import { dutyIn, type Moved, moved, ownDutyIn, saidWell } from './move.ts';

/** Asked and not answered yet. */
export const openRequest = ({ extensions }: Duty) => extensions.find(({ answer }) => answer === null);

/**
 * Asks for more time, with the reason. Refuses a duty without a deadline of its own, a day that is not later than the
 * deadline, and a second request before the first is answered.
 */
export function askExtension(task: Task, dutyId: string, to: Day, reason: string, stamp: Stamp): Moved {
  const duty = ownDutyIn(task, dutyId, stamp, ['sent', 'signed']);
  if (!duty.ok) return duty;
  const { unit, own } = duty.value;
  const due = dueNow(task, duty.value);
  if (!own || due === null) return refuse({ code: 'extension-without-deadline', field: unit.name });
  if (openRequest(duty.value) !== undefined) return refuse({ code: 'extension-waits', field: unit.name });
  const refusals = [...laterDay(to, due, unit.name), ...saidWell(reason, unit.name)];
  return refusals.length > 0
    ? refuse(...refusals)
    : moved(task, stamp, { kind: 'extension-asked', dutyId, to, reason });
}

/** Why a day is not after another; none when it is. */
export function laterDay(day: Day, than: Day, field: string) {
  if (!isDayText(day)) return [{ code: 'day-unknown', field: 'to', given: day, limit: 'YYYY-MM-DD' }];
  return day > than ? [] : [{ code: 'extension-day', field, given: day, limit: than }];
}

/**
 * Grants what was asked, or another day after the deadline, or refuses it (`to` null); the reason is said either way. Not by
 * the one who asked. The first deadline stays visible, and one that has passed unmet stays missed.
 */
export function answerExtension(task: Task, dutyId: string, to: Day | null, reason: string, stamp: Stamp): Moved {
  const duty = dutyIn(task, dutyId, ['sent', 'signed', 'handed-back']);
  if (!duty.ok) return duty;
  const { unit } = duty.value;
  const request = openRequest(duty.value);
  if (request === undefined) return refuse({ code: 'extension-none', field: unit.name });
  if (request.asked.by.id === stamp.by.id) return refuse({ code: 'extension-second-person', field: unit.name });
  const due = dueNow(task, duty.value) ?? request.from;
  const refusals = [...(to === null ? [] : laterDay(to, due, unit.name)), ...saidWell(reason, unit.name)];
  return refusals.length > 0
    ? refuse(...refusals)
    : moved(task, stamp, { kind: 'extension-answered', dutyId, to, reason });
}
