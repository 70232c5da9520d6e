import type { Day } from '../../../kernel/index.ts';
import { apply, knownAt, replay } from '../apply.ts';
import type { Cycle } from '../cycle/cycle.ts';
import { type MissingReport, owesReport } from '../cycle/missing.ts';
import { type Light, lightOf, lights, worstLight } from '../light/light.ts';
import { paceOf } from '../light/pace.ts';
import type { LightRules } from '../light/rules.ts';
import type { Duty, Reading, Report, Task, TaskEvent } from '../model/index.ts';
import { type Ranked, rank } from '../rate/rank.ts';
import { type RoleWeights, ratesOf, type UnitRate } from '../rate/rate.ts';
import { dueNow, firstDue, outcomeOf, stateOf } from '../standing.ts';
import { canonicalPieces, canonicalText } from './canonical.ts';

/** All that a snapshot is reckoned from. The same in, the same text out, in whatever order tasks and readings come. */
export interface DispatchFacts {
  readonly cycle: Pick<Cycle, 'id' | 'kind' | 'period' | 'opensOn' | 'dueOn' | 'chain' | 'apart'>;
  /** The events of each task in the order of their numbers; later ones than `knownAt` may be among them and do not count. */
  readonly tasks: readonly (readonly TaskEvent[])[];
  /** Tasks that were handed down have figures of one id: each belongs to its task. */
  readonly readings: readonly (Reading & { readonly taskId: string })[];
  /** The instant of freezing. */
  readonly knownAt: string;
  /** First day of the close-outs that this cycle counts. */
  readonly since: Day;
  readonly rules: LightRules;
  readonly weights: RoleWeights;
}

export interface DutyLine {
  readonly id: string;
  readonly unit: { readonly id: string | null; readonly name: string };
  readonly role: Duty['role'];
  readonly state: Duty['state'];
  readonly firstDue: Day | null;
  readonly due: Day | null;
  readonly outcome: ReturnType<typeof outcomeOf>;
  readonly light: Light;
  readonly reason: ReturnType<typeof lightOf>['reason'];
  /** Whether a report of this cycle was wanted, and the last that came. */
  readonly reportWanted: boolean;
  readonly report: Omit<Report, 'at' | 'cycleId'> | null;
}

export interface TaskLine {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly state: ReturnType<typeof stateOf>;
  readonly light: Light;
  readonly duties: readonly DutyLine[];
  readonly figures: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly decimals: number;
    readonly target: number;
    readonly value: number | null;
    readonly expected: number | null;
  }[];
}

/** What a dispatch froze: every light, figure, rate and place, and by which rules. */
export interface Snapshot {
  readonly format: 'jingwei-dispatch-1';
  readonly cycle: DispatchFacts['cycle'];
  /** Lights and rates are those of this day, the last of reporting; reports that came later stand here as late. */
  readonly judgedOn: Day;
  readonly knownAt: string;
  readonly since: Day;
  readonly rules: LightRules;
  readonly weights: RoleWeights;
  readonly tasks: readonly TaskLine[];
  /** Duties by light, of those that are owed. */
  readonly counts: Readonly<Record<Light, number>>;
  readonly unreported: readonly MissingReport[];
  readonly ranking: readonly Ranked[];
  /** Since 1 January. */
  readonly yearToDate: readonly UnitRate[];
}

/** Of which cycle and when, and by which rules. */
export type SnapshotFrame = Omit<DispatchFacts, 'tasks' | 'readings'>;

/** What one task comes to in a snapshot. */
export interface ReckonedTask {
  readonly task: Task;
  readonly line: TaskLine;
}

/** Reckons what stood on the last day of a cycle, by what was known when it was frozen. */
export function snapshotOf(facts: DispatchFacts): Snapshot {
  const readings = Map.groupBy(facts.readings, ({ taskId }) => taskId);
  return snapshotFrom(
    facts.tasks.flatMap((events) => reckonTask(events, readings, facts) ?? []),
    facts,
  );
}

/** One task from its events, and the readings of each task; null where nothing had made it by then. */
export function reckonTask(
  events: readonly TaskEvent[],
  readings: ReadonlyMap<string, readonly Reading[]>,
  frame: SnapshotFrame,
): ReckonedTask | null {
  const day = frame.cycle.dueOn;
  const known = knownAt(events, frame.knownAt);
  const judged = lastBy(known, day);
  const task = replay(known.slice(0, judged));
  if (task === null) return null;
  const inTime = (readings.get(task.id) ?? []).filter(({ on, at }) => on <= day && at <= frame.knownAt);
  return { task, line: lineOf(task, known.slice(judged).reduce(apply, task), inTime, day, frame) };
}

/** The whole from its tasks, in whatever order they come. */
export function snapshotFrom(reckoned: readonly ReckonedTask[], facts: SnapshotFrame): Snapshot {
  const { cycle, since, rules, weights } = facts;
  const day = cycle.dueOn;
  const tasks = reckoned.map(({ task }) => task);
  const lines = reckoned.map(({ line }) => line).sort((a, b) => (a.id < b.id ? -1 : 1));
  const duties = lines.flatMap((line) => line.duties.map((duty) => ({ ...duty, taskId: line.id })));
  const owed = duties.filter(({ reason }) => reason.code !== 'not-owed');
  const countOf = (light: Light): number => owed.filter((duty) => duty.light === light).length;
  return {
    format: 'jingwei-dispatch-1',
    cycle: headOfCycle(cycle),
    judgedOn: day,
    knownAt: facts.knownAt,
    since,
    rules,
    weights,
    tasks: lines,
    counts: Object.fromEntries(lights.map((light) => [light, countOf(light)])) as Record<Light, number>,
    unreported: duties
      .filter(({ reportWanted, report }) => reportWanted && report === null)
      .map(({ taskId, id, unit }) => ({ taskId, dutyId: id, unitId: unit.id })),
    ranking: rank(ratesOf(tasks, since, day, weights)),
    yearToDate: ratesOf(tasks, `${cycle.period.slice(0, 4)}-01-01`, day, weights),
  };
}

/** Which dispatch it is; of what only some are, nothing is written for the others. */
const headOfCycle = ({ id, kind, period, opensOn, dueOn, chain, apart = [] }: DispatchFacts['cycle']) => ({
  ...{ id, kind, period, opensOn, dueOn },
  ...(chain !== undefined && { chain: { id: chain.id, name: chain.name } }),
  ...(apart.length > 0 && { apart: apart.map(({ id, name }) => ({ id, name })) }),
});

/** How many of the events had happened by the end of a day. */
function lastBy(events: readonly TaskEvent[], day: Day): number {
  const later = events.findIndex(({ on }) => on > day);
  return later < 0 ? events.length : later;
}

function lineOf(
  task: Task,
  later: Task,
  readings: readonly Reading[],
  day: Day,
  { cycle, rules }: Pick<DispatchFacts, 'cycle' | 'rules'>,
): TaskLine {
  return {
    id: task.id,
    title: task.title,
    revision: task.revision,
    state: stateOf(task),
    light: worstLight(task, readings, day, rules)?.light ?? 'none',
    duties: task.duties.map((duty) => ({
      id: duty.id,
      unit: duty.unit,
      role: duty.role,
      state: duty.state,
      firstDue: firstDue(task, duty),
      due: dueNow(task, duty),
      outcome: outcomeOf(task, duty, day),
      ...lightOf(task, duty, readings, day, rules),
      reportWanted: owesReport(duty),
      report: reportOf(later, duty.id, cycle.id),
    })),
    figures: task.deliverables.map((deliverable) => {
      const { id, name, unit, decimals, target } = deliverable;
      const pace = paceOf(task, deliverable, readings, day, rules);
      return { id, name, unit, decimals, target, value: pace?.value ?? null, expected: pace?.expected ?? null };
    }),
  };
}

/** The last report of a duty for a cycle, also one that came after its last day. */
function reportOf(task: Task, dutyId: string, cycleId: string): DutyLine['report'] {
  const duty = task.duties.find(({ id }) => id === dutyId);
  const found = duty?.reports.findLast((report) => report.cycleId === cycleId);
  if (found === undefined) return null;
  const { at: _at, cycleId: _cycleId, ...kept } = found;
  return kept;
}

/** The text of a snapshot, which is kept and whose digest vouches for it. */
export const snapshotText = (snapshot: Snapshot): string => canonicalText(snapshot);

/** The same text in pieces, so that others get a turn while a long one is written. */
export const snapshotPieces = (snapshot: Snapshot): Iterable<string> => canonicalPieces({ ...snapshot });

/** Whether a kept text is what the facts still come to, byte for byte. */
export const stillHolds = (text: string, facts: DispatchFacts): boolean => snapshotText(snapshotOf(facts)) === text;
