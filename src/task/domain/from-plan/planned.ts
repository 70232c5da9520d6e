import type { Comparator, TargetMode, TaskItem } from '../../../document/index.ts';
import type { PlanContent, PlanItem } from '../../../plan/index.ts';

/** A figure that stands where a task stands. */
export interface PlannedFigure {
  /** The words that state it; null where only facts are kept. */
  readonly text: string | null;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly op: Comparator;
  readonly year: number | null;
  readonly mode: TargetMode;
}

/** A task of a plan as the document states it, with the figures of the same paragraphs. */
export interface PlannedTask
  extends Pick<
    TaskItem,
    'no' | 'title' | 'lead' | 'coLeads' | 'units' | 'inheritedUnits' | 'groups' | 'deadlines' | 'recurring'
  > {
  readonly itemId: string | null;
  /** Null where only facts are kept and not the words of the document. */
  readonly text: string | null;
  readonly figures: readonly PlannedFigure[];
}

/** The tasks of an edition, in the order of the text; a figure is of the task in whose text it stands. */
export function plannedOfEdition(items: readonly PlanItem[]): PlannedTask[] {
  const kept = items.filter(({ review }) => review !== 'rejected');
  const figures = kept.flatMap((item) => (item.kind === 'indicator' && !item.content.table ? [item.content] : []));
  return kept.flatMap((item) => {
    if (item.kind !== 'task') return [];
    const { content } = item;
    const own = figures.filter(({ start, end }) => start >= content.start && end <= content.end);
    return [{ ...content, itemId: item.id, figures: own }];
  });
}

/** The tasks of a plan that is kept as a pack; a figure is of the task at whose place, or below it, it stands. */
export function plannedOfPack(plan: Pick<PlanContent, 'tasks' | 'indicators' | 'inherited'>): PlannedTask[] {
  const standing = plan.inherited === null ? -1 : plan.tasks.findIndex(({ no }) => no === plan.inherited?.from);
  return plan.tasks.map((task, at) => {
    const added = standing >= 0 && at >= standing ? (plan.inherited?.units ?? []) : [];
    return {
      ...task,
      itemId: null,
      text: null,
      inheritedUnits: added.filter((unit) => !task.units.includes(unit)),
      figures: plan.indicators
        .filter(({ place }) => place === task.no || place.startsWith(`${task.no}/`))
        .map((figure) => ({ ...figure, text: null })),
    };
  });
}
