import { type Actor, covers } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { MeetingItemJson, MeetingJson } from '../../contract.ts';
import {
  type Duty,
  decisionWords,
  dueNow,
  dutyOf,
  firstDue,
  openRequest,
  reasonWords,
  type Task,
} from '../../domain/index.ts';
import {
  readMeeting,
  readMeetingItems,
  readTasksToday,
  type StoredMeeting,
  type StoredMeetingItem,
  type TaskToday,
} from '../../store/origin/meetings.ts';
import { readPlaceNames } from '../../store/origin/units.ts';
import type { TaskDb } from '../../store.ts';

const unknown = (meetingId: string): RefusalError =>
  new RefusalError({ code: 'meeting-unknown', field: 'meetingId', given: meetingId });

/** A meeting in sight; refused as if there were none when it is not in reach. */
export async function seenMeeting(actor: Actor, meetingId: string, db: TaskDb): Promise<StoredMeeting> {
  const meeting = await readMeeting(db, meetingId);
  if (meeting === undefined || !covers(actor.reach, meeting.place)) throw unknown(meetingId);
  return meeting;
}

/** Whether the actor leads the meeting's business. */
export const mayLead = (actor: Actor, { place, state }: StoredMeeting): boolean =>
  state === 'open' && actor.permissions.has('task.dispatch') && covers(actor.reach, place);

/** A meeting to be changed, held until the transaction ends. Refuses one that has ended or that somebody else changed. */
export async function heldMeeting(
  actor: Actor,
  which: { readonly meetingId: string; readonly revision: number },
  db: TaskDb,
): Promise<StoredMeeting> {
  await seenMeeting(actor, which.meetingId, db);
  const meeting = await readMeeting(db, which.meetingId, 'locked');
  if (meeting === undefined)
    throw new RefusalError({ code: 'meeting-far', field: 'meetingId', given: which.meetingId });
  if (meeting.ended !== null)
    throw new RefusalError({ code: 'meeting-ended', field: meeting.title, given: meeting.ended.at.slice(0, 10) });
  if (meeting.revision !== which.revision)
    throw new RefusalError({
      ...{ code: 'record-changed', field: 'revision', given: which.revision, limit: meeting.revision },
    });
  return meeting;
}

/** A meeting as the contract tells it, with what became of its decisions today. */
export async function meetingAnswer(actor: Actor, meetingId: string, db: TaskDb): Promise<MeetingJson> {
  const meeting = await seenMeeting(actor, meetingId, db);
  const items = await readMeetingItems(db, meetingId);
  const ids = items.flatMap(({ taskId, decisions }) => [
    ...(taskId === null ? [] : [taskId]),
    ...decisions.flatMap((decision) => (decision.kind === 'task' ? [decision.taskId] : [])),
  ]);
  const tasks = await readTasksToday(db, ids);
  const names = await readPlaceNames(db, [meeting.place.regionId], [meeting.place.chainId]);
  return {
    ...{
      id: meeting.id,
      revision: meeting.revision,
      title: meeting.title,
      heldOn: meeting.heldOn,
      place: meeting.venue,
    },
    ...{
      chair: meeting.chair,
      state: meeting.state,
      note: meeting.note,
      createdBy: meeting.createdBy,
      ended: meeting.ended,
    },
    chainId: meeting.place.chainId,
    chainName: names.get(`chain ${meeting.place.chainId}`) ?? null,
    regionName: names.get(`region ${meeting.place.regionId}`) ?? meeting.place.regionId,
    sits: meeting.sits.map(({ id, name }) => ({ id, name })),
    items: items.map((item) => itemAnswer(item, tasks)),
    may: mayLead(actor, meeting),
  };
}

function itemAnswer(item: StoredMeetingItem, tasks: ReadonlyMap<string, TaskToday>): MeetingItemJson {
  const today = item.taskId === null ? undefined : tasks.get(item.taskId);
  return {
    ...{ id: item.id, kind: item.kind, title: item.title, why: item.why },
    task: today === undefined ? null : taskAnswer(today, item.dutyId),
    decisions: item.decisions.map((decision) => {
      const made = decision.kind === 'task' ? tasks.get(decision.taskId) : undefined;
      return {
        ...{ kind: decision.kind, what: decisionWords(decision), words: decision.words },
        ...{ by: decision.by.name, at: decision.at },
        task:
          made === undefined
            ? null
            : {
                ...{ id: made.id, title: made.title, state: made.state, light: made.light, dueOn: made.dueOn },
                reason: reasonWords(made.reason, made.reason.decimals, made.reason.figureUnit),
              },
      };
    }),
  };
}

/** The duty, or the one that took its place since. */
export function inPlaceOf(task: Task, dutyId: string): Duty | undefined {
  const after = task.duties.find(({ replaces }) => replaces === dutyId);
  return after === undefined ? dutyOf(task, dutyId) : inPlaceOf(task, after.id);
}

function taskAnswer(today: TaskToday, dutyId: string | null): NonNullable<MeetingItemJson['task']> {
  const { task } = today;
  const duty = inPlaceOf(task, dutyId ?? '');
  const lit = duty === undefined ? undefined : today.dutyLights.get(duty.id);
  const { light, reason } = lit ?? today;
  const request = duty === undefined ? undefined : openRequest(duty);
  const report = duty?.reports.at(-1);
  return {
    ...{ id: today.id, revision: task.revision, title: today.title, state: today.state, light },
    ...{ reason: reasonWords(reason, reason.decimals, reason.figureUnit), source: today.sourceName },
    unit: duty === undefined ? null : { dutyId: duty.id, id: duty.unit.id, name: duty.unit.name },
    dueOn: duty === undefined ? today.dueOn : dueNow(task, duty),
    firstDueOn: duty === undefined ? today.firstDueOn : firstDue(task, duty),
    help: report?.help ?? null,
    problem: report?.problem ?? null,
    handedBack: duty?.state === 'handed-back' ? (duty.handBacks.at(-1)?.words ?? null) : null,
    extension: request === undefined ? null : { to: request.to, reason: request.asked.words },
  };
}
