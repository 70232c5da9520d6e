import type { Duty, DutyContent, Task, TaskContent, TaskEvent, Trace } from './model/index.ts';
import { bearing, dueNow, dutyOf, isOverdue } from './standing.ts';

/** The task that some events make, in the order of their numbers; null when none made it. */
export const replay = (events: readonly TaskEvent[]): Task | null =>
  events.reduce<Task | null>((task, event) => (task === null ? begin(event) : apply(task, event)), null);

/** The events known at an instant: all before the first that came later. */
export function knownAt(events: readonly TaskEvent[], at: string): readonly TaskEvent[] {
  const later = events.findIndex((event) => event.at > at);
  return later < 0 ? events : events.slice(0, later);
}

const begin = (event: TaskEvent): Task | null => (event.kind === 'created' ? created(event.content, event) : null);

function created(content: TaskContent, { by, on }: TaskEvent): Task {
  return {
    ...content,
    revision: 1,
    createdOn: on,
    createdBy: by,
    duties: content.duties.map(planned),
    milestones: content.milestones.map((milestone) => ({ ...milestone, reachedOn: null })),
    withdrawn: null,
  };
}

/** A duty before anything happened. */
function planned(content: DutyContent): Duty {
  return {
    ...content,
    own: content.role === 'lead' || content.part !== null || content.dueOn !== null,
    state: 'planned',
    sentOn: null,
    signed: null,
    handBacks: [],
    extensions: [],
    reports: [],
    submission: null,
    closings: [],
    reopenings: [],
    urgings: [],
    missed: false,
    caughtUpOn: null,
    replaces: null,
  };
}

/** The task after one more event. What was allowed is decided in `moves/`; here only what it comes to. */
export function apply(task: Task, event: TaskEvent): Task {
  const next = { ...followed(changed(task, event), event), revision: event.no };
  return { ...next, duties: next.duties.map((duty) => remembered(task, next, duty, event)) };
}

/** A deadline that passed unmet is remembered, and so is the day on which nothing was overdue any more. */
function remembered(before: Task, after: Task, duty: Duty, { on }: TaskEvent): Duty {
  const was = dutyOf(before, duty.id);
  if (was === undefined || !isOverdue(before, was, on)) return duty;
  const caughtUp = !isOverdue(after, duty, on);
  return { ...duty, missed: true, caughtUpOn: caughtUp ? on : duty.caughtUpOn };
}

function changed(task: Task, event: TaskEvent): Task {
  switch (event.kind) {
    case 'created':
      return task;
    case 'settled': {
      const milestones = event.settled.milestones.map((each) => ({ ...each, reachedOn: null }));
      return { ...task, ...event.settled, duties: event.settled.duties.map(planned), milestones };
    }
    case 'ordered':
      return { ...task, dependsOn: event.dependsOn };
    case 'duty-added':
      return { ...task, duties: [...task.duties, planned(event.duty)] };
    case 'assigned': {
      const send = (duty: Duty): Duty =>
        duty.state === 'planned' ? { ...duty, state: 'sent', sentOn: event.on } : duty;
      return { ...task, duties: task.duties.map(send) };
    }
    case 'milestone-reached': {
      const reached = task.milestones.map((each) =>
        each.id === event.milestoneId ? { ...each, reachedOn: event.on } : each,
      );
      return { ...task, milestones: reached };
    }
    case 'withdrawn': {
      const stop = (duty: Duty): Duty =>
        duty.state === 'closed' || duty.state === 'replaced' ? duty : { ...duty, state: 'withdrawn' };
      return { ...task, withdrawn: trace(event, event.reason), duties: task.duties.map(stop) };
    }
    default: {
      const duties = task.duties.flatMap((duty) =>
        duty.id === event.dutyId ? changedDuty(task, duty, event) : [duty],
      );
      return event.kind === 'reassigned' ? handedOver({ ...task, duties }, event) : { ...task, duties };
    }
  }
}

/** What was the old unit's to reach and to deliver is the new one's. */
function handedOver(task: Task, event: { readonly dutyId: string; readonly newDutyId: string }): Task {
  const ofNew = <T extends { readonly dutyId: string | null }>(each: T): T =>
    each.dutyId === event.dutyId ? { ...each, dutyId: event.newDutyId } : each;
  return { ...task, milestones: task.milestones.map(ofNew), deliverables: task.deliverables.map(ofNew) };
}

const trace = ({ by, on }: TaskEvent, words: string): Trace => ({ by, on, words });

type DutyEvent = Extract<TaskEvent, { readonly dutyId: string }>;

/** The duty after an event of its own; two when another takes its place. */
function changedDuty(task: Task, duty: Duty, event: DutyEvent): Duty[] {
  switch (event.kind) {
    case 'signed':
      return [{ ...duty, state: 'signed', signed: trace(event, '') }];
    case 'handed-back':
      return [{ ...duty, state: 'handed-back', handBacks: [...duty.handBacks, trace(event, event.reason)] }];
    case 'insisted':
      return [{ ...duty, state: duty.signed === null ? 'sent' : 'signed' }];
    case 'reassigned': {
      const { id, role, part, inherited } = duty;
      const fresh = planned({ id: event.newDutyId, unit: event.unit, role, part, inherited, dueOn: event.dueOn });
      const taken: Duty = { ...fresh, own: duty.own, state: 'sent', sentOn: event.on, replaces: id };
      return [{ ...duty, state: 'replaced' }, taken];
    }
    case 'reported': {
      const report = { ...event.report, on: event.on, at: event.at, by: event.by };
      return [{ ...duty, reports: [...duty.reports, report] }];
    }
    case 'extension-asked': {
      const from = dueNow(task, duty) ?? event.on;
      const asked = { from, to: event.to, asked: trace(event, event.reason), answer: null };
      return [{ ...duty, extensions: [...duty.extensions, asked] }];
    }
    case 'extension-answered': {
      const answer = { ...trace(event, event.reason), to: event.to };
      const extensions = duty.extensions.map((each) => (each.answer === null ? { ...each, answer } : each));
      return [{ ...duty, extensions }];
    }
    case 'submitted':
      return [{ ...duty, state: 'submitted', submission: { ...trace(event, event.words), evidence: event.evidence } }];
    case 'taken-back':
      return [{ ...duty, state: 'signed', submission: null }];
    case 'returned':
      return [{ ...moreTime(task, duty, event), state: 'signed', submission: null }];
    case 'closed': {
      const submittedOn = duty.submission?.on ?? event.on;
      return [{ ...duty, state: 'closed', closings: [...duty.closings, { submittedOn, on: event.on, by: event.by }] }];
    }
    case 'reopened': {
      const reopenings = [...duty.reopenings, trace(event, event.reason)];
      return [{ ...moreTime(task, duty, event), state: 'signed', submission: null, reopenings }];
    }
    case 'urged': {
      const { step, number, replyBy, to, paperId } = event;
      const urging = {
        ...trace(event, event.words),
        ...{ step, number, replyBy, to, repliedOn: null, ...(paperId !== undefined && { paperId }) },
      };
      return [{ ...duty, urgings: [...duty.urgings, urging] }];
    }
    case 'letter-answered': {
      const answered = duty.urgings.map((each) =>
        each.number === event.number ? { ...each, repliedOn: event.on } : each,
      );
      return [{ ...duty, urgings: answered }];
    }
  }
}

/** A new day that the office sets when it sends something back; kept like an extension, so that the first stays visible. */
function moreTime(
  task: Task,
  duty: Duty,
  event: DutyEvent & { readonly to: string | null; readonly reason: string },
): Duty {
  if (event.to === null) return duty;
  const said = trace(event, event.reason);
  const from = dueNow(task, duty) ?? event.on;
  return {
    ...duty,
    extensions: [...duty.extensions, { from, to: event.to, asked: said, answer: { ...said, to: event.to } }],
  };
}

/** Units without a part of their own are closed with the last that has one, and opened again with the first. */
function followed(task: Task, event: TaskEvent): Task {
  if (event.kind !== 'closed' && event.kind !== 'reopened') return task;
  const all = bearing(task);
  const done = all.length > 0 && all.every(({ state }) => state === 'closed');
  const submittedOn =
    all
      .map((duty) => duty.closings.at(-1)?.submittedOn ?? event.on)
      .sort()
      .at(-1) ?? event.on;
  const follow = (duty: Duty): Duty => {
    if (duty.own || duty.state === 'replaced' || duty.state === 'withdrawn' || duty.state === 'planned') return duty;
    if (done)
      return { ...duty, state: 'closed', closings: [...duty.closings, { submittedOn, on: event.on, by: event.by }] };
    return duty.state === 'closed' ? { ...duty, state: duty.signed === null ? 'sent' : 'signed' } : duty;
  };
  return { ...task, duties: task.duties.map(follow) };
}
