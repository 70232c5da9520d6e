import type { Day } from '../../../kernel/index.ts';
import { type Light, type LightReason, type Lit, lightOf, worstLight } from '../light/light.ts';
import { valueOn } from '../light/pace.ts';
import type { LightRules } from '../light/rules.ts';
import type { Duty, Reading, Task } from '../model/index.ts';
import { dueNow, firstDue, isLive, leadsOf, stateOf, type TaskState } from '../standing.ts';

/** A reason with how its figure is written, so that a list can say it without the whole task. */
export type KeptReason = LightReason & { readonly decimals?: number; readonly figureUnit?: string };

export type TaskKind = 'usual' | 'recurring' | 'occurrence' | 'part';

/** What lists know of a task on a day; all of it follows from the facts. */
export interface TaskProjection {
  readonly title: string;
  readonly state: TaskState;
  readonly kind: TaskKind;
  readonly leadName: string;
  readonly firstDueOn: Day | null;
  readonly dueOn: Day | null;
  readonly light: Light;
  readonly reason: KeptReason;
  readonly litOn: Day;
  /** How far the least of its known figures is, in percent rounded down; null: none is known. */
  readonly progress: number | null;
  readonly reportedOn: Day | null;
  readonly help: boolean;
  readonly disputed: boolean;
  readonly extensionAsked: boolean;
}

/** The same of one unit's duty. */
export interface DutyProjection {
  readonly dutyId: string;
  readonly unitId: string | null;
  readonly unitName: string;
  readonly role: Duty['role'];
  readonly part: string | null;
  readonly own: boolean;
  readonly state: Duty['state'];
  readonly firstDueOn: Day | null;
  readonly dueOn: Day | null;
  readonly light: Light;
  readonly reason: KeptReason;
  readonly sentOn: Day | null;
  readonly signedOn: Day | null;
  readonly submittedOn: Day | null;
  readonly closedOn: Day | null;
  readonly missed: boolean;
  readonly reportedOn: Day | null;
  readonly reportedCycle: string | null;
  readonly help: string | null;
  readonly problem: string | null;
  readonly extensionTo: Day | null;
  readonly urgedOn: Day | null;
  readonly urgedTimes: number;
  readonly letter: string | null;
  readonly letterBy: Day | null;
}

export interface Projection {
  readonly task: TaskProjection;
  readonly duties: readonly DutyProjection[];
}

/** How a task stands on a day, as lists keep it. */
export function projectionOf(task: Task, readings: readonly Reading[], day: Day, rules: LightRules): Projection {
  const duties = task.duties.map((duty) => dutyProjection(task, duty, readings, day, rules));
  const owed = task.duties.filter(isLive);
  const leads = leadsFor(task);
  // What was closed before a task was withdrawn stays closed; the task itself is owed no more.
  const worst = task.withdrawn === null ? worstLight(task, readings, day, rules) : null;
  const lit: Lit = worst ?? { light: 'none', reason: { code: 'not-owed' } };
  return {
    duties,
    task: {
      ...{ title: task.title, state: stateOf(task), kind: kindOf(task), leadName: leads[0]?.unit.name ?? '' },
      firstDueOn: latest(leads.map((lead) => firstDue(task, lead))),
      dueOn: latest(leads.map((lead) => dueNow(task, lead))),
      ...{ light: lit.light, reason: keptReason(task, lit.reason), litOn: day },
      progress: progressOf(task, readings, day),
      reportedOn: duties.reduce<Day | null>((last, { reportedOn }) => later(last, reportedOn), null),
      help: duties.some((duty) => duty.help !== null && owed.some(({ id }) => id === duty.dutyId)),
      disputed: owed.some(({ state }) => state === 'handed-back'),
      extensionAsked: owed.some((duty) => isAsking(duty)),
    },
  };
}

const later = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a);

/** Those that lead it; before anything is sent those that are to. */
function leadsFor(task: Task): readonly Duty[] {
  const live = leadsOf(task);
  return live.length > 0 ? live : task.duties.filter(({ role, state }) => role === 'lead' && state !== 'replaced');
}

/** The last of some days; null when one has none. */
const latest = (days: readonly (Day | null)[]): Day | null =>
  days.length === 0 || days.includes(null) ? null : days.reduce(later, null);

const isAsking = ({ state, extensions }: Duty): boolean =>
  state !== 'closed' && state !== 'submitted' && extensions.some(({ answer }) => answer === null);

export function kindOf(task: Pick<Task, 'occurrence' | 'parent' | 'recurrences'>): TaskKind {
  if (task.occurrence !== null) return 'occurrence';
  if (task.parent !== null) return 'part';
  return task.recurrences.length > 0 ? 'recurring' : 'usual';
}

function progressOf(task: Task, readings: readonly Reading[], day: Day): number | null {
  const known = task.deliverables.flatMap((deliverable): number[] => {
    if (deliverable.comparator === '<=' || deliverable.target === 0) return [];
    const value = valueOn(task, deliverable, readings, day);
    return value === null ? [] : [Number((BigInt(value) * 100n) / BigInt(deliverable.target))];
  });
  // A small target may be passed by far: beyond a million percent nobody compares.
  return known.length === 0 ? null : Math.min(...known, 1_000_000);
}

function dutyProjection(
  task: Task,
  duty: Duty,
  readings: readonly Reading[],
  day: Day,
  rules: LightRules,
): DutyProjection {
  const { id, unit, role, part, own, state, missed } = duty;
  const { light, reason } = lightOf(task, duty, readings, day, rules);
  const report = duty.reports.at(-1);
  const letter = duty.urgings.findLast(({ step, repliedOn }) => step === 'supervise' && repliedOn === null);
  return {
    ...{ dutyId: id, unitId: unit.id, unitName: unit.name, role, part, own, state, missed },
    firstDueOn: firstDue(task, duty),
    dueOn: dueNow(task, duty),
    ...{ light, reason: keptReason(task, reason) },
    ...{ sentOn: duty.sentOn, signedOn: duty.signed?.on ?? null, submittedOn: duty.submission?.on ?? null },
    closedOn: state === 'closed' ? (duty.closings.at(-1)?.on ?? null) : null,
    ...{ reportedOn: report?.on ?? null, reportedCycle: report?.cycleId ?? null },
    ...{ help: state === 'closed' ? null : wanted(report?.help), problem: wanted(report?.problem) },
    extensionTo: isAsking(duty) ? (duty.extensions.find(({ answer }) => answer === null)?.to ?? null) : null,
    ...{ urgedOn: duty.urgings.at(-1)?.on ?? null, urgedTimes: duty.urgings.length },
    ...{ letter: letter?.number ?? null, letterBy: letter?.replyBy ?? null },
  };
}

const wanted = (words: string | null | undefined): string | null =>
  words === null || words === undefined || words.trim() === '' ? null : words;

function keptReason(task: Task, reason: LightReason): KeptReason {
  if (reason.code !== 'behind-pace') return reason;
  const found = task.deliverables.find(({ id }) => id === reason.pace.deliverableId);
  return found === undefined ? reason : { ...reason, decimals: found.decimals, figureUnit: found.unit };
}
