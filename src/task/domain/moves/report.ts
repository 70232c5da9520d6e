import { type Refusal, refuse } from '../../../kernel/index.ts';
import type { Report, Stamp, Task } from '../model/index.ts';
import { type Moved, moved, ownDutyIn, saidWell } from './move.ts';

/** What a unit tells; who and when are added. */
export type Told = Omit<Report, 'on' | 'at' | 'by'>;

/**
 * Reports progress. Words are wanted, or a figure; figures are to date, of deliverables that units report. Evidence, a
 * problem and help wanted may be added. Only who has signed for it reports.
 */
export function report(task: Task, dutyId: string, told: Told, stamp: Stamp): Moved {
  const duty = ownDutyIn(task, dutyId, stamp, ['signed', 'submitted']);
  if (!duty.ok) return duty;
  const { unit } = duty.value;
  const refusals = [
    ...(told.figures.length === 0 || told.words.trim() !== '' ? saidWell(told.words, unit.name) : []),
    ...figuresOf(task, dutyId, told),
  ];
  return refusals.length > 0 ? refuse(...refusals) : moved(task, stamp, { kind: 'reported', dutyId, report: told });
}

function figuresOf(task: Task, dutyId: string, { figures }: Told): Refusal[] {
  const ids = figures.map(({ deliverableId }) => deliverableId);
  return figures.flatMap(({ deliverableId, value }, at): Refusal[] => {
    const found = task.deliverables.find(({ id }) => id === deliverableId);
    if (found === undefined || ids.indexOf(deliverableId) !== at)
      return [{ code: 'deliverable-unknown', field: task.title, given: deliverableId }];
    if (found.counts !== 'reported' || (found.dutyId !== null && found.dutyId !== dutyId))
      return [{ code: 'deliverable-not-reported', field: found.name }];
    return Number.isSafeInteger(value) && value >= 0
      ? []
      : [{ code: 'task-figure', field: found.name, given: String(value) }];
  });
}

/** A milestone is reached, with words that say how. */
export function reachMilestone(task: Task, milestoneId: string, words: string, stamp: Stamp): Moved {
  const milestone = task.milestones.find(({ id }) => id === milestoneId);
  if (milestone === undefined) return refuse({ code: 'milestone-unknown', field: task.title, given: milestoneId });
  const whose = task.duties.filter(({ id, role }) =>
    milestone.dutyId === null ? role === 'lead' : id === milestone.dutyId,
  );
  const own = whose.find(({ unit, state }) => unit.id === stamp.by.unitId && state === 'signed') ?? whose[0];
  const duty = ownDutyIn(task, own?.id ?? '', stamp, ['signed']);
  if (!duty.ok) return duty;
  if (milestone.reachedOn !== null)
    return refuse({ code: 'milestone-reached', field: milestone.name, given: milestone.reachedOn });
  const silent = saidWell(words, milestone.name);
  return silent.length > 0 ? refuse(...silent) : moved(task, stamp, { kind: 'milestone-reached', milestoneId, words });
}
