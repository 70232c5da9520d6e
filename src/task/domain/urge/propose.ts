import {
  addWorkingDays,
  type Day,
  ok,
  type Result,
  type WorkingCalendar,
  workingDaysBetween,
} from '../../../kernel/index.ts';
import { type Duty, type Task, type UrgingStep, urgingSteps } from '../model/index.ts';
import { dueNow, outcomeOf } from '../standing.ts';
import type { UrgingRules } from './rules.ts';

/** What the office may do next about a duty, and why; a person decides. */
export interface Proposal {
  readonly taskId: string;
  readonly dutyId: string;
  readonly step: UrgingStep;
  readonly reason:
    | { readonly code: 'unsigned'; readonly days: number }
    | { readonly code: 'due-soon'; readonly days: number }
    | { readonly code: 'overdue'; readonly days: number }
    | { readonly code: 'urged-in-vain'; readonly times: number }
    | { readonly code: 'letter-unanswered'; readonly number: string };
  /** By when a letter would have to be answered. */
  readonly replyBy: Day | null;
}

/**
 * The strongest step that the rules call for on a day, for every duty that is closed by itself; none where the same step or
 * a stronger one was taken a short while ago. Refuses when the working calendar does not reach.
 */
export function proposals(
  task: Task,
  calendar: WorkingCalendar,
  rules: UrgingRules,
  day: Day,
): Result<readonly Proposal[]> {
  const found: Proposal[] = [];
  for (const duty of task.duties.filter(({ own }) => own)) {
    const called = calledFor(task, duty, calendar, rules, day);
    if (!called.ok) return called;
    if (called.value === null) continue;
    const rested = hasRested(duty, called.value.step, calendar, rules, day);
    if (!rested.ok) return rested;
    if (!rested.value) continue;
    const reply = called.value.step === 'supervise' ? addWorkingDays(calendar, day, rules.reply) : ok(null);
    if (!reply.ok) return reply;
    found.push({ taskId: task.id, dutyId: duty.id, ...called.value, replyBy: reply.value });
  }
  return ok(found);
}

type Called = Pick<Proposal, 'step' | 'reason'>;

function calledFor(
  task: Task,
  duty: Duty,
  calendar: WorkingCalendar,
  rules: UrgingRules,
  day: Day,
): Result<Called | null> {
  const outcome = outcomeOf(task, duty, day);
  if (outcome.kind === 'overdue') {
    const days = workingDaysBetween(calendar, outcome.due, day);
    return days.ok ? ok(overdueStep(duty, rules, outcome.due, days.value, day)) : days;
  }
  if (outcome.kind !== 'open') return ok(null);
  if (duty.state === 'sent' && duty.sentOn !== null) {
    const days = workingDaysBetween(calendar, duty.sentOn, day);
    if (!days.ok) return days;
    if (days.value >= rules.unsigned) return ok({ step: 'urge', reason: { code: 'unsigned', days: days.value } });
  }
  const due = dueNow(task, duty);
  if (due === null) return ok(null);
  // A deadline beyond the published years is far enough not to be near: nothing has to be guessed for it.
  const reach = addWorkingDays(calendar, day, rules.before);
  if (!reach.ok) return due.slice(0, 4) > day.slice(0, 4) ? ok(null) : reach;
  if (due > reach.value) return ok(null);
  const days = workingDaysBetween(calendar, day, due);
  return days.ok ? ok({ step: 'urge', reason: { code: 'due-soon', days: days.value } }) : days;
}

function overdueStep(duty: Duty, rules: UrgingRules, due: Day, days: number, day: Day): Called {
  const ignored = duty.urgings.find(
    ({ replyBy, repliedOn }) => replyBy !== null && repliedOn === null && replyBy < day,
  );
  if (ignored?.number != null)
    return { step: 'escalate', reason: { code: 'letter-unanswered', number: ignored.number } };
  if (days >= rules.escalate) return { step: 'escalate', reason: { code: 'overdue', days } };
  if (days >= rules.letter) return { step: 'supervise', reason: { code: 'overdue', days } };
  const times = duty.urgings.filter(({ step, on }) => step === 'urge' && on > due).length;
  return times >= rules.urgings
    ? { step: 'supervise', reason: { code: 'urged-in-vain', times } }
    : { step: 'urge', reason: { code: 'overdue', days } };
}

/** Whether the last asking by this step or a stronger one is long enough ago. */
function hasRested(
  duty: Duty,
  step: UrgingStep,
  calendar: WorkingCalendar,
  { rest }: UrgingRules,
  day: Day,
): Result<boolean> {
  const strength = urgingSteps.indexOf(step);
  const last = duty.urgings.findLast((each) => urgingSteps.indexOf(each.step) >= strength);
  if (last === undefined) return ok(true);
  const days = workingDaysBetween(calendar, last.on, day);
  return days.ok ? ok(days.value >= rest) : days;
}
