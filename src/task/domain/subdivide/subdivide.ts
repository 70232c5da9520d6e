import { type Day, isDayText, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Deliverable, Duty, Task, TaskContent, UnitRef } from '../model/index.ts';
import { dueNow, dutyOf } from '../standing.ts';

/** What one unit below takes over of a duty. */
export interface Share {
  readonly taskId: string;
  readonly unit: UnitRef;
  readonly part: string | null;
  readonly regionCode: string | null;
  /** Null: the deadline of the duty. */
  readonly dueOn: Day | null;
  /** Its part of each figure, whole numbers at the figure's decimals. */
  readonly figures: readonly { readonly deliverableId: string; readonly target: number }[];
}

/** How the shares of a figure add up to it. */
export interface Covered {
  readonly deliverableId: string;
  readonly target: number;
  readonly shared: number;
}

export interface Subdivision {
  readonly tasks: readonly TaskContent[];
  readonly covered: readonly Covered[];
}

/**
 * Hands a duty down: a task for every share, each to be signed for by itself, and what the shares of every figure come to.
 * More than the figure may be handed down; less is refused unless a reason says who makes up for it. Refuses a share due
 * after the duty, a unit twice, the duty's own unit, and figures that the duty does not have.
 */
export function subdivide(
  task: Task,
  dutyId: string,
  shares: readonly Share[],
  shortReason: string | null,
): Result<Subdivision> {
  const duty = dutyOf(task, dutyId);
  if (duty === undefined) return refuse({ code: 'duty-unknown', field: task.title, given: dutyId });
  if (shares.length === 0) return refuse({ code: 'share-none', field: task.title });
  const own = task.deliverables.filter(
    (each) => each.dutyId === dutyId || (each.dutyId === null && duty.role === 'lead'),
  );
  const covered = own.map(({ id, target }) => ({
    deliverableId: id,
    target,
    shared: shares.reduce(
      (sum, { figures }) => sum + (figures.find((each) => each.deliverableId === id)?.target ?? 0),
      0,
    ),
  }));
  const refusals = [
    ...shares.flatMap((share) => checkShare(task, duty, own, share, shares)),
    ...((shortReason ?? '').trim() === '' ? shortOf(own, covered) : []),
  ];
  if (refusals.length > 0) return refuse(...refusals);
  return ok({ tasks: shares.map((share) => handedDown(task, duty, own, share)), covered });
}

/** Only sums can be short: a share of a level, such as a rate, is a figure of its own. */
function shortOf(own: readonly Deliverable[], covered: readonly Covered[]): Refusal[] {
  return own.flatMap(({ id, name, mode, comparator }): Refusal[] => {
    const found = covered.find(({ deliverableId }) => deliverableId === id);
    if (found === undefined || mode === 'level' || comparator === '<=' || found.shared >= found.target) return [];
    return [{ code: 'share-short', field: name, given: found.shared, limit: found.target }];
  });
}

function checkShare(
  task: Task,
  duty: Duty,
  own: readonly Deliverable[],
  { unit, dueOn, figures }: Share,
  all: readonly Share[],
): Refusal[] {
  const due = dueNow(task, duty);
  const twice = all.filter((other) => (other.unit.id ?? other.unit.name) === (unit.id ?? unit.name)).length > 1;
  const self = unit.id !== null && unit.id === duty.unit.id;
  const refusals: Refusal[] = twice || self ? [{ code: 'share-unit', field: task.title, given: unit.name }] : [];
  if (dueOn !== null && !isDayText(dueOn))
    refusals.push({ code: 'day-unknown', field: 'dueOn', given: dueOn, limit: 'YYYY-MM-DD' });
  else if (dueOn !== null && due !== null && dueOn > due)
    refusals.push({ code: 'share-late', field: unit.name, given: dueOn, limit: due });
  for (const { deliverableId, target } of figures) {
    if (!own.some(({ id }) => id === deliverableId))
      refusals.push({ code: 'deliverable-unknown', field: unit.name, given: deliverableId });
    if (!Number.isSafeInteger(target) || target < 0)
      refusals.push({ code: 'task-figure', field: unit.name, given: String(target) });
  }
  return refusals;
}

/** What is counted in a region is counted in that of the share; where both are one the unit reports, so that nothing counts twice. */
function countedBelow(each: Deliverable, { regionCode }: Task, share: Share): Deliverable {
  if (each.counts !== 'events' || each.events === undefined || each.events === null) return each;
  const below = share.regionCode;
  if (below === null || below === (each.events.regionId ?? regionCode)) return { ...each, counts: 'reported' };
  return { ...each, events: { ...each.events, regionId: below } };
}

function handedDown(task: Task, duty: Duty, own: readonly Deliverable[], share: Share): TaskContent {
  const dueOn = share.dueOn ?? dueNow(task, duty);
  const deliverables = own.flatMap((each): Deliverable[] => {
    const figure = share.figures.find(({ deliverableId }) => deliverableId === each.id);
    return figure === undefined ? [] : [{ ...countedBelow(each, task, share), target: figure.target, dutyId: null }];
  });
  return {
    id: share.taskId,
    title: task.title,
    words: share.part ?? task.words,
    source: task.source,
    regionCode: share.regionCode ?? task.regionCode,
    chains: task.chains,
    duties: [{ id: 'D1', unit: share.unit, role: 'lead', part: share.part, inherited: false, dueOn }],
    milestones: [],
    deliverables,
    dependsOn: [],
    recurrences: [],
    parent: { taskId: task.id, dutyId: duty.id },
    occurrence: null,
  };
}
