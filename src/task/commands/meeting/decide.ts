import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { dayAt, RefusalError } from '../../../kernel/index.ts';
import type { DecisionJson, MeetingJson } from '../../contract.ts';
import {
  answerExtension,
  decisionWords,
  escalate,
  insist,
  type MeetingDecision,
  reassign,
  type Task,
  type TaskContent,
  urge,
} from '../../domain/index.ts';
import { chiefsFor } from '../../store/dispatch/chiefs.ts';
import {
  putDecisions,
  readMeetingItems,
  type StoredMeeting,
  type StoredMeetingItem,
  touchMeeting,
} from '../../store/origin/meetings.ts';
import { readStored } from '../../store/task.ts';
import type { TaskDeps } from '../deps.ts';
import { unitBook } from '../from-plan/units.ts';
import { nextDutyId, owedOf } from '../task/content.ts';
import { createInside, withKnownUnits } from '../task/create-task.ts';
import { type Inside, moveInside, personOf } from '../task/move-task.ts';
import { heldMeeting, inPlaceOf, meetingAnswer } from './load.ts';

interface Which {
  readonly meetingId: string;
  readonly itemId: string;
}

/**
 * What is decided on an item, on the spot: a note, a new task that is sent at once, an answer to a request for more time,
 * another unit, no hand-back, an urging, or the chief. The decision, the task or move and the log are there together or not at
 * all. Refuses what the move refuses, and a move where the item is about no task (`meeting-item-task`).
 */
export async function decideItem(
  actor: Actor,
  { meetingId, itemId }: Which,
  asked: { readonly revision: number; readonly decision: DecisionJson },
  deps: TaskDeps,
): Promise<MeetingJson> {
  permit(actor, 'task.dispatch');
  if (asked.decision.kind === 'task') permit(actor, 'task.instruct');
  const book = await unitBook(deps);
  await recording(deps, actor, async (db, note) => {
    const meeting = await heldMeeting(actor, { meetingId, revision: asked.revision }, db);
    const item = (await readMeetingItems(db, meetingId)).find(({ id }) => id === itemId);
    if (item === undefined) throw new RefusalError({ code: 'meeting-item', field: meeting.title, given: itemId });
    const nameOf = (id: string): string => book.byId.get(id)?.name ?? id;
    const decided = await carryOut({ db, note, deps }, actor, { meeting, item, decision: asked.decision, nameOf });
    await putDecisions(db, meetingId, itemId, [...item.decisions, decided]);
    await touchMeeting(db, meetingId, { at: deps.clock.now(), by: { id: actor.id, name: actor.name } });
    note({
      ...{ action: 'meeting.decide', record: { kind: 'meeting', id: meetingId, name: meeting.title } },
      place: meeting.place,
      changes: [{ field: item.title.slice(0, 120), before: null, after: decisionWords(decided) }],
      ...(decided.words !== '' && { reason: decided.words }),
    });
  });
  return meetingAnswer(actor, meetingId, deps.db);
}

interface Deciding {
  readonly meeting: StoredMeeting;
  readonly item: StoredMeetingItem;
  readonly decision: DecisionJson;
  nameOf(unitId: string): string;
}

async function carryOut(inside: Inside, actor: Actor, deciding: Deciding): Promise<MeetingDecision> {
  const { decision, nameOf } = deciding;
  const said = { by: personOf(actor), at: inside.deps.clock.now(), words: decision.words };
  switch (decision.kind) {
    case 'note':
      if (decision.words.trim() === '')
        throw new RefusalError({ code: 'task-reason-missing', field: deciding.item.title });
      return { ...said, kind: 'note' };
    case 'task': {
      const task = await newTask(inside, actor, { ...deciding, decision });
      const leads = task.duties.filter(({ role }) => role === 'lead').map(({ unit }) => unit.name);
      return { ...said, kind: 'task', taskId: task.id, title: task.title, leads };
    }
    case 'extension':
      await moved(inside, actor, deciding, (task, dutyId, stamp) =>
        answerExtension(task, dutyId, decision.to, atMeeting(deciding), stamp),
      );
      return { ...said, kind: 'extension', to: decision.to };
    case 'reassign': {
      const unit = { id: decision.unitId, name: nameOf(decision.unitId) };
      await withKnownUnits(inside, actor, { duties: [{ unit }], chains: [] });
      await moved(inside, actor, deciding, (task, dutyId, stamp) => {
        const how = { newDutyId: nextDutyId(task), unit, dueOn: decision.dueOn, reason: atMeeting(deciding) };
        return reassign(task, dutyId, how, stamp);
      });
      return { ...said, kind: 'reassign', unit: unit.name, dueOn: decision.dueOn };
    }
    case 'insist':
      await moved(inside, actor, deciding, (task, dutyId, stamp) => insist(task, dutyId, atMeeting(deciding), stamp));
      return { ...said, kind: 'insist' };
    case 'urge':
      await moved(inside, actor, deciding, (task, dutyId, stamp) => urge(task, dutyId, atMeeting(deciding), stamp));
      return { ...said, kind: 'urge' };
    case 'escalate': {
      const to = await chiefName(inside, deciding.item, decision.postId);
      await moved(inside, actor, deciding, (task, dutyId, stamp) =>
        escalate(task, dutyId, to, atMeeting(deciding), stamp),
      );
      return { ...said, kind: 'escalate', to };
    }
  }
}

/** What is kept with the move: what was said, and where. Words that are missing are refused by the move itself. */
const atMeeting = ({ meeting, decision }: Deciding): string =>
  decision.words.trim() === '' ? '' : `${decision.words}（${meeting.title}）`;

async function moved(
  inside: Inside,
  actor: Actor,
  { item }: Deciding,
  decide: (task: Task, dutyId: string, stamp: Parameters<typeof insist>[3]) => ReturnType<typeof insist>,
): Promise<void> {
  const { taskId } = item;
  if (taskId === null || item.dutyId === null)
    throw new RefusalError({ code: 'meeting-item-task', field: 'itemId', given: item.title });
  const which = { taskId, revision: null };
  await moveInside(inside, actor, which, { as: 'office' }, (task, stamp) =>
    decide(task, inPlaceOf(task, item.dutyId ?? '')?.id ?? '', stamp),
  );
}

async function chiefName({ db, deps }: Inside, { taskId, title }: StoredMeetingItem, postId: string): Promise<string> {
  const stored = taskId === null ? undefined : await readStored(db, taskId);
  const day = dayAt(deps.clock.now());
  const of = stored === undefined ? null : { regionId: stored.place.regionId, chains: stored.task.chains };
  const chiefs = of === null ? [] : await insideAsSystem(db, () => chiefsFor(db, of, day));
  const found = chiefs.find((chief) => chief.postId === postId);
  if (found === undefined) throw new RefusalError({ code: 'chief-unknown', field: title, given: postId });
  return found.name;
}

async function newTask(
  inside: Inside,
  actor: Actor,
  { meeting, item, decision }: Deciding & { readonly decision: Extract<DecisionJson, { kind: 'task' }> },
): Promise<Task> {
  const { place, title, heldOn } = meeting;
  const stored = item.taskId === null ? undefined : await readStored(inside.db, item.taskId);
  const content: Omit<TaskContent, 'id'> = {
    title: decision.title,
    words: decision.words.trim() === '' ? null : decision.words,
    source: { kind: 'meeting', title, on: heldOn, item: item.title },
    regionCode: place.regionId,
    chains: stored?.task.chains ?? (place.chainId === null ? [] : [place.chainId]),
    ...owedOf({ duties: decision.duties, milestones: decision.milestones, deliverables: [] }, null),
    ...{ dependsOn: [], recurrences: [], parent: null, occurrence: null },
  };
  return createInside(inside, actor, content, { place, sourceName: title, send: true });
}

/** Ends a meeting: its minutes stay what they are. */
export async function endMeeting(
  actor: Actor,
  meetingId: string,
  asked: { readonly revision: number; readonly note: string | null },
  deps: TaskDeps,
): Promise<MeetingJson> {
  permit(actor, 'task.dispatch');
  await recording(deps, actor, async (db, note) => {
    const meeting = await heldMeeting(actor, { meetingId, revision: asked.revision }, db);
    const at = deps.clock.now();
    await touchMeeting(db, meetingId, { at, by: { id: actor.id, name: actor.name } }, { ended: { note: asked.note } });
    note({
      ...{ action: 'meeting.end', record: { kind: 'meeting', id: meetingId, name: meeting.title } },
      place: meeting.place,
      changes: [{ field: 'state', before: 'open', after: 'ended' }],
    });
  });
  return meetingAnswer(actor, meetingId, deps.db);
}
