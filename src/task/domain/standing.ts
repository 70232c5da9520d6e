import { type Day, daysFrom } from '../../kernel/index.ts';
import type { Duty, Task } from './model/index.ts';

/** Where nothing more is owed of this unit. */
const out: ReadonlySet<Duty['state']> = new Set(['planned', 'replaced', 'withdrawn']);

/** Whether a unit owes it or owed it: not only planned, taken over by another, or withdrawn. */
export const isLive = ({ state }: Duty): boolean => !out.has(state);

export const leadsOf = ({ duties }: Task): Duty[] => duties.filter((duty) => duty.role === 'lead' && isLive(duty));

/** The duties that are closed out by themselves. */
export const bearing = ({ duties }: Task): Duty[] => duties.filter((duty) => duty.own && isLive(duty));

export const dutyOf = ({ duties }: Task, dutyId: string): Duty | undefined => duties.find(({ id }) => id === dutyId);

/** The last of some deadlines; null when one has none. */
const latest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce<Day | null>(
    (last, day) => (last === null || day === null ? null : day > last ? day : last),
    days[0] ?? null,
  );

/** The first deadline of a duty, that of the leads where it has none of its own. */
export const firstDue = (task: Task, duty: Duty): Day | null =>
  duty.own ? duty.dueOn : latest(leadsOf(task).map((lead) => lead.dueOn));

/**
 * The deadline that counts now: the latest that was granted, else the first. Every grant is later than what counted before
 * it, in whatever order requests were made and answered.
 */
export function dueNow(task: Task, duty: Duty): Day | null {
  if (!duty.own) return latest(leadsOf(task).map((lead) => dueNow(task, lead)));
  const granted = duty.extensions.flatMap(({ answer }) => answer?.to ?? []);
  return granted.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), duty.dueOn);
}

/** How a duty stands with its deadline on a day. */
export type Outcome =
  | { readonly kind: 'out' }
  | { readonly kind: 'closed'; readonly on: Day; readonly submittedOn: Day; readonly onTime: boolean }
  /** Handed in by the deadline and not judged yet: nobody is late. */
  | { readonly kind: 'in-review' }
  | { readonly kind: 'overdue'; readonly due: Day; readonly days: number }
  | { readonly kind: 'open'; readonly due: Day | null };

/**
 * A hand-back does not stop the clock, nor does a close-out that is handed in late. A unit that goes with the leads stands
 * as the worst of them.
 */
export function outcomeOf(task: Task, duty: Duty, day: Day): Outcome {
  if (!isLive(duty)) return { kind: 'out' };
  const closing = duty.closings.at(-1);
  if (duty.state === 'closed' && closing !== undefined)
    return { kind: 'closed', on: closing.on, submittedOn: closing.submittedOn, onTime: !duty.missed };
  if (!duty.own)
    return worst(
      leadsOf(task).map((lead) => outcomeOf(task, lead, day)),
      day,
    );
  const due = dueNow(task, duty);
  if (duty.state === 'submitted' && duty.submission !== null && (due === null || duty.submission.on <= due))
    return { kind: 'in-review' };
  return due !== null && day > due ? { kind: 'overdue', due, days: daysFrom(due, day) } : { kind: 'open', due };
}

function worst(outcomes: readonly Outcome[], day: Day): Outcome {
  const overdue = outcomes.filter((each) => each.kind === 'overdue');
  const [first] = overdue.sort((a, b) => (a.due < b.due ? -1 : 1));
  if (first !== undefined) return { ...first, days: daysFrom(first.due, day) };
  const open = outcomes.filter((each) => each.kind === 'open');
  const [next] = open.sort((a, b) => ((a.due ?? LATEST) < (b.due ?? LATEST) ? -1 : 1));
  return next ?? outcomes.find((each) => each.kind === 'in-review') ?? { kind: 'open', due: null };
}

const LATEST = '9999-12-31';

export const isOverdue = (task: Task, duty: Duty, day: Day): boolean => outcomeOf(task, duty, day).kind === 'overdue';

/** none: nothing was sent; open; closed: every duty that is closed by itself is; withdrawn. */
export type TaskState = 'planned' | 'open' | 'closed' | 'withdrawn';
export function stateOf(task: Task): TaskState {
  if (task.withdrawn !== null) return 'withdrawn';
  const all = bearing(task);
  if (all.length === 0) return 'planned';
  return all.every(({ state }) => state === 'closed') ? 'closed' : 'open';
}
