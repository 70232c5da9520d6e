import { type Day, daysFrom } from '../../../kernel/index.ts';
import type { Duty, Reading, Task } from '../model/index.ts';
import { type Outcome, outcomeOf } from '../standing.ts';
import { type Pace, paceOf } from './pace.ts';
import type { LightRules } from './rules.ts';

/** From the worst to the best. */
export const lights = ['red', 'yellow', 'blue', 'green', 'none'] as const;
export type Light = (typeof lights)[number];

/** Why a light is what it is; every light has one. */
export type LightReason =
  | { readonly code: 'overdue'; readonly due: Day; readonly days: number }
  /** Was red, and no longer is, in this month. */
  | { readonly code: 'caught-up'; readonly on: Day }
  | { readonly code: 'milestone-late'; readonly name: string; readonly due: Day }
  | { readonly code: 'behind-pace'; readonly name: string; readonly pace: Pace }
  | { readonly code: 'near'; readonly due: Day; readonly days: number }
  | { readonly code: 'closed-on-time'; readonly on: Day }
  | { readonly code: 'closed-late'; readonly on: Day }
  | { readonly code: 'in-review' }
  | { readonly code: 'on-course' }
  /** Nothing to judge it by: no deadline, no milestone, no figure. */
  | { readonly code: 'no-deadline' }
  /** Not sent yet, withdrawn, or another unit's now. */
  | { readonly code: 'not-owed' };

export interface Lit {
  readonly light: Light;
  readonly reason: LightReason;
}

/**
 * The light of a duty on a day, by rules alone; nobody sets one. Red: overdue. Yellow: red until some day of this month,
 * a milestone that has passed, or a figure behind its pace. Blue: due soon. Green: closed, handed in, or on course.
 * The task must be as the facts known then made it (`replay`); `day` is the day that they are looked at.
 */
export function lightOf(task: Task, duty: Duty, readings: readonly Reading[], day: Day, rules: LightRules): Lit {
  const outcome = outcomeOf(task, duty, day);
  if (outcome.kind === 'out') return { light: 'none', reason: { code: 'not-owed' } };
  if (outcome.kind === 'overdue')
    return { light: 'red', reason: { code: 'overdue', due: outcome.due, days: outcome.days } };
  if (duty.caughtUpOn !== null && duty.caughtUpOn.slice(0, 7) === day.slice(0, 7))
    return { light: 'yellow', reason: { code: 'caught-up', on: duty.caughtUpOn } };
  if (outcome.kind === 'closed') {
    const code = outcome.onTime ? 'closed-on-time' : 'closed-late';
    return { light: 'green', reason: { code, on: outcome.submittedOn } };
  }
  if (outcome.kind === 'in-review') return { light: 'green', reason: { code: 'in-review' } };
  return openLight(task, duty, outcome, readings, day, rules);
}

function openLight(
  task: Task,
  duty: Duty,
  { due }: Extract<Outcome, { kind: 'open' }>,
  readings: readonly Reading[],
  day: Day,
  rules: LightRules,
): Lit {
  const milestones = task.milestones.filter((each) => isOf(duty, each.dutyId));
  const [late] = milestones
    .filter(({ reachedOn, dueOn }) => reachedOn === null && dueOn < day)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  if (late !== undefined)
    return { light: 'yellow', reason: { code: 'milestone-late', name: late.name, due: late.dueOn } };
  const deliverables = task.deliverables.filter((each) => isOf(duty, each.dutyId));
  for (const deliverable of deliverables) {
    const pace = paceOf(task, deliverable, readings, day, rules);
    if (pace?.behind === true)
      return { light: 'yellow', reason: { code: 'behind-pace', name: deliverable.name, pace } };
  }
  if (due !== null && daysFrom(day, due) <= rules.nearDays)
    return { light: 'blue', reason: { code: 'near', due, days: daysFrom(day, due) } };
  const judged = due !== null || milestones.length > 0 || deliverables.length > 0;
  return judged
    ? { light: 'green', reason: { code: 'on-course' } }
    : { light: 'none', reason: { code: 'no-deadline' } };
}

/** What names nobody is the leads'. */
const isOf = (duty: Duty, dutyId: string | null): boolean =>
  dutyId === null ? duty.role === 'lead' : dutyId === duty.id;

/** The worst light of a task and whose it is; null where no unit owes it. */
export function worstLight(
  task: Task,
  readings: readonly Reading[],
  day: Day,
  rules: LightRules,
): (Lit & { readonly dutyId: string }) | null {
  const lit = task.duties.map((duty) => ({ ...lightOf(task, duty, readings, day, rules), dutyId: duty.id }));
  const owed = lit.filter(({ reason }) => reason.code !== 'not-owed');
  return owed.sort((a, b) => lights.indexOf(a.light) - lights.indexOf(b.light))[0] ?? null;
}
