import { type Day, lastDay, type Period } from '../../../kernel/index.ts';
import type { DutyContent, Recurrence, TaskContent, UnitRef } from '../model/index.ts';
import { recurrencesOf } from '../recurring/read.ts';
import { periodWords } from '../wording/day.ts';
import { deliverablesOf, eachOnce } from './figures.ts';
import type { PlannedTask } from './planned.ts';

/** The plan that the tasks come from. */
export interface PlanOrigin {
  readonly planId: string;
  readonly edition: number;
  readonly issuedOn: Day | null;
  /** First and last year that the plan speaks about. */
  readonly years: { readonly from: number; readonly to: number } | null;
  readonly regionCode: string | null;
  readonly chains: readonly string[];
}

/** Who is meant by a name; `collective` for many units at once, such as 各县区政府. */
export type ResolveUnit = (name: string) => { readonly id: string | null; readonly collective: boolean };

/** What somebody should look at before a task is sent. */
export interface Doubt {
  readonly code:
    | 'lead-assumed'
    | 'several-brackets'
    | 'unit-unresolved'
    | 'unit-collective'
    | 'no-deadline'
    | 'deadline-from-figure'
    | 'deadline-before-issue'
    | 'figure-without-year'
    | 'figure-past'
    | 'figure-unreadable';
  readonly given: string;
}

export interface TaskDraft {
  /** All but the id, which is given when the task is made. */
  readonly content: Omit<TaskContent, 'id'>;
  readonly doubts: readonly Doubt[];
}

const longestTitle = 120;

/**
 * A task of a plan as it may be sent: leads and units as the plan has them, the last of its deadlines as the deadline and
 * those before as milestones, months of “各一次” as occurrences, figures of the same paragraph as deliverables.
 */
export function draftTask(planned: PlannedTask, origin: PlanOrigin, resolve: ResolveUnit): TaskDraft {
  const said = eachOnce(recurrencesOf(planned.text, planned.recurring), planned.figures);
  const { recurrences } = said;
  const { deliverables, doubts: ofFigures } = deliverablesOf(said.figures, origin);
  const months = planned.deadlines.filter((month) => !isOccurrence(month, recurrences)).sort();
  const last = months.at(-1);
  const byFigure =
    deliverables
      .map(({ by }) => by)
      .sort()
      .at(-1) ?? null;
  const dueOn = last !== undefined ? lastDay(last) : recurrences.length > 0 ? null : byFigure;
  const title = titleOf(planned);
  const content = {
    title,
    words: planned.text,
    source: {
      ...{ kind: 'plan' as const, planId: origin.planId, edition: origin.edition },
      ...{ itemId: planned.itemId, place: planned.no },
    },
    regionCode: origin.regionCode,
    chains: origin.chains,
    duties: dutiesOf(planned, dueOn, resolve),
    milestones: months.slice(0, -1).map((month, at) => ({
      ...{ id: `M${at + 1}`, name: `${periodWords(month)}节点`, dueOn: lastDay(month), dutyId: null },
    })),
    deliverables,
    dependsOn: [],
    recurrences,
    parent: null,
    occurrence: null,
  };
  const ofTime = doubtsOfTime(planned.deadlines, dueOn, byFigure, last, recurrences, origin, title);
  return { content, doubts: [...doubtsOfUnits(planned, resolve), ...ofTime, ...ofFigures] };
}

/** The tasks of a plan in the order of its text. */
export const draftTasks = (planned: readonly PlannedTask[], origin: PlanOrigin, resolve: ResolveUnit): TaskDraft[] =>
  planned.map((task) => draftTask(task, origin, resolve));

const isOccurrence = (month: Period, recurrences: readonly Recurrence[]): boolean =>
  recurrences.some((each) => each.kind === 'dated' && each.months.includes(month));

function titleOf({ title, text, no }: PlannedTask): string {
  const first =
    text
      ?.trim()
      .split(/[。；\n]/u)[0]
      ?.trim() ?? '';
  return (title ?? (first === '' ? no : first)).slice(0, longestTitle);
}

/** The leads of an item: joint ones, and that of every bracket; the first unit where none is named. */
function leadNames({ lead, coLeads, groups, units }: PlannedTask): string[] {
  const named = [lead, ...coLeads, ...groups.map((group) => group.lead)].filter((each) => each !== null);
  return named.length > 0 ? [...new Set(named)] : units.slice(0, 1);
}

function dutiesOf(planned: PlannedTask, dueOn: Day | null, resolve: ResolveUnit): DutyContent[] {
  const leads = leadNames(planned);
  const refOf = (name: string): UnitRef => ({ id: resolve(name).id, name });
  const named = [...new Set([...planned.units, ...planned.groups.flatMap((group) => group.units)])];
  const all = [
    ...named.map((name) => ({ name, inherited: false })),
    ...planned.inheritedUnits.filter((name) => !named.includes(name)).map((name) => ({ name, inherited: true })),
  ];
  return all.map(({ name, inherited }, at) => {
    const lead = leads.includes(name);
    return {
      ...{ id: `D${at + 1}`, unit: refOf(name), role: lead ? ('lead' as const) : ('cooperating' as const) },
      ...{ part: null, inherited, dueOn: lead ? dueOn : null },
    };
  });
}

function doubtsOfUnits(planned: PlannedTask, resolve: ResolveUnit): Doubt[] {
  const names = [...new Set([...planned.units, ...planned.inheritedUnits])];
  return [
    ...(planned.lead === null && planned.coLeads.length === 0
      ? [{ code: 'lead-assumed' as const, given: planned.units[0] ?? '' }]
      : []),
    ...(planned.groups.length > 1 ? [{ code: 'several-brackets' as const, given: String(planned.groups.length) }] : []),
    ...names.flatMap((name): Doubt[] => {
      const { id, collective } = resolve(name);
      if (collective) return [{ code: 'unit-collective', given: name }];
      return id === null ? [{ code: 'unit-unresolved', given: name }] : [];
    }),
  ];
}

function doubtsOfTime(
  deadlines: readonly Period[],
  dueOn: Day | null,
  byFigure: Day | null,
  last: Period | undefined,
  recurrences: readonly Recurrence[],
  { issuedOn }: PlanOrigin,
  title: string,
): Doubt[] {
  const early = issuedOn === null ? [] : deadlines.filter((month) => lastDay(month) < issuedOn);
  const doubts = early.map((month): Doubt => ({ code: 'deadline-before-issue', given: month }));
  if (dueOn === null && recurrences.length === 0) doubts.push({ code: 'no-deadline', given: title });
  if (dueOn !== null && last === undefined && dueOn === byFigure)
    doubts.push({ code: 'deadline-from-figure', given: dueOn });
  return doubts;
}
