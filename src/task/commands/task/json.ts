import type { DeliverableJson, DutyJson, TaskEventJson, TaskJson, TaskRowJson } from '../../contract.ts';
import type { LightRules } from '../../domain/index.ts';
import {
  countedWords,
  type Deliverable,
  type Duty,
  dueNow,
  eventWords,
  firstDue,
  type HandedUp,
  type KeptReason,
  type Lit,
  lightOf,
  paceOf,
  reasonWords,
  sourceWords,
  type Task,
  type TaskEvent,
  type TaskSource,
  valueOn,
} from '../../domain/index.ts';
import type { SourcedReading } from '../../store/readings.ts';
import type { PartTask, RelatedTask } from '../../store/related.ts';
import { type Asking, mayOfDuty } from './may.ts';

/** A reason in one sentence. */
export const saidReason = (reason: KeptReason): string =>
  reasonWords(reason, reason.decimals ?? 0, reason.figureUnit ?? '');

/** A light with its reason, of a figure in the figure's own unit. */
function litWords(task: Task, { light, reason }: Lit): { light: Lit['light']; reason: string } {
  const figure =
    reason.code === 'behind-pace' ? task.deliverables.find(({ id }) => id === reason.pace.deliverableId) : undefined;
  return { light, reason: reasonWords(reason, figure?.decimals ?? 0, figure?.unit ?? '') };
}

export function sourceJson(source: TaskSource, name: string): TaskRowJson['source'] {
  const plan = source.kind === 'plan' ? source : null;
  return {
    ...{ kind: source.kind, name, words: plan === null ? sourceWords(source) : `《${name}》${plan.place}` },
    ...{ planId: plan?.planId ?? null, edition: plan?.edition ?? null, itemId: plan?.itemId ?? null },
    place: source.kind === 'upper-document' ? source.place : (plan?.place ?? null),
  };
}

export const relatedJson = ({ id, title, state, dueOn }: Pick<RelatedTask, 'id' | 'title' | 'state' | 'dueOn'>) => ({
  ...{ id, title, state, dueOn },
});

export const litRelatedJson = (task: Pick<RelatedTask, 'id' | 'title' | 'state' | 'dueOn' | 'light' | 'reason'>) => ({
  ...relatedJson(task),
  ...{ light: task.light, reason: saidReason(task.reason) },
});

/** What a task is judged by on a day. */
export interface Judged {
  readonly readings: readonly SourcedReading[];
  readonly day: string;
  readonly rules: LightRules;
}

export function dutyJson(asking: Asking, duty: Duty, judged: Judged, parts: readonly PartTask[]): DutyJson {
  const { task } = asking.stored;
  const { id, unit, role, part, own, inherited, state, sentOn, signed, handBacks, extensions, reports } = duty;
  return {
    ...{ id, unit, role, part, own, inherited, state, sentOn, signed },
    ...litWords(task, lightOf(task, duty, judged.readings, judged.day, judged.rules)),
    ...{ firstDueOn: firstDue(task, duty), dueOn: dueNow(task, duty) },
    ...{ handBacks: [...handBacks], extensions: [...extensions] },
    reports: reports.map((each) => ({ ...each, figures: [...each.figures], evidence: [...each.evidence] })),
    submission: duty.submission === null ? null : { ...duty.submission, evidence: [...duty.submission.evidence] },
    ...{ closings: [...duty.closings], reopenings: [...duty.reopenings], urgings: [...duty.urgings] },
    ...{ missed: duty.missed, replaces: duty.replaces },
    parts: parts.filter(({ dutyId }) => dutyId === id).map((each) => ({ ...litRelatedJson(each), unit: each.unit })),
    may: mayOfDuty(asking, duty),
  };
}

/** A deliverable with all that is known of it to the day. */
export function deliverableJson(
  task: Task,
  deliverable: Deliverable,
  { readings, day, rules }: Judged,
  handedUp: HandedUp | null,
): DeliverableJson {
  const { id, counts } = deliverable;
  const value = valueOn(task, deliverable, readings, day);
  const pace = paceOf(task, deliverable, readings, day, rules);
  const own = readings.filter(({ deliverableId, on }) => deliverableId === id && on <= day);
  const newest = own.findLast((reading) => reading.value === value);
  const reported = task.duties
    .flatMap(({ reports }) => reports)
    .flatMap(({ on, at, figures }) =>
      figures.filter(({ deliverableId }) => deliverableId === id).map((figure) => ({ on, at, value: figure.value })),
    );
  const history = counts === 'reported' ? reported : own;
  return {
    ...deliverable,
    ...{ value, expected: pace?.expected ?? null, behind: pace?.behind ?? false },
    source:
      value === null
        ? notYet(deliverable)
        : counts === 'reported'
          ? { words: '责任单位报送', link: null }
          : { words: newest?.source ?? '', link: newest?.link ?? null },
    history: [...history]
      .sort((a, b) => (a.on === b.on ? (a.at < b.at ? -1 : 1) : a.on < b.on ? -1 : 1))
      .map(({ on, value: figure }) => ({ on, value: figure })),
    handedUp,
  };
}

/** Where a figure is to come from that is not there yet. */
const notYet = ({ counts, events }: Deliverable): DeliverableJson['source'] =>
  counts === 'events' && events
    ? { words: `${countedWords(events, { region: null, chain: null })}，还没有数`, link: null }
    : null;

export function eventJson(task: Task, event: TaskEvent): TaskEventJson {
  const { what, words, evidence } = eventWords(task, event);
  return {
    ...{ no: event.no, kind: event.kind, dutyId: 'dutyId' in event ? event.dutyId : null, at: event.at, on: event.on },
    ...{ by: event.by, what, words, evidence: [...evidence] },
  };
}

export const milestonesJson = (task: Task): Omit<TaskJson['milestones'][number], 'may'>[] =>
  task.milestones.map(({ id, name, dueOn, dutyId, reachedOn }) => ({ id, name, dueOn, dutyId, reachedOn }));
