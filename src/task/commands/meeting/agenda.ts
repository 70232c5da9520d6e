import { type Actor, covers, permit, placeOfPost } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { isDayText, RefusalError } from '../../../kernel/index.ts';
import type { MeetingHeadJson, MeetingJson, ProposedJson } from '../../contract.ts';
import { dayWords, type MeetingItemKind, reasonWords } from '../../domain/index.ts';
import {
  type AgendaRow,
  insertMeeting,
  type MeetingHeadPut,
  putMeetingItems,
  readAgenda,
  readMeetingItems,
  readMeetingRows,
  type StoredMeetingItem,
  touchMeeting,
} from '../../store/origin/meetings.ts';
import { chainsKnown } from '../../store/parties.ts';
import type { TaskDeps } from '../deps.ts';
import { unitBook } from '../from-plan/units.ts';
import { heldMeeting, meetingAnswer, seenMeeting } from './load.ts';

const mostProposed = 200;

/** Why something should be talked about, in one sentence. */
export function whyWords({ kind, words, reason }: Pick<AgendaRow, 'kind' | 'words' | 'reason'>): string {
  const lit = reasonWords(reason, reason.decimals, reason.figureUnit);
  switch (kind) {
    case 'red':
      return lit;
    case 'disputed':
      return `单位退回：${words ?? ''}`;
    case 'help':
      return `单位求助：${words ?? ''}`;
    case 'extension':
      return `申请延期到${words === null ? '' : dayWords(words)}，等待答复。`;
    case 'escalated':
      return `已报${words ?? '链长'}。${lit}`;
  }
}

/** One page of the meetings in reach. */
export async function listMeetings(
  actor: Actor,
  asked: { readonly page: number; readonly pageSize: number; readonly text: string | null },
  { db }: TaskDeps,
) {
  permit(actor, 'task.read');
  const { page, pageSize, text } = asked;
  const found = await readMeetingRows(db, actor.reach, { text, limit: pageSize, offset: (page - 1) * pageSize });
  return { meetings: found.rows, total: found.total, page, pageSize };
}

export async function readMeetingOf(actor: Actor, meetingId: string, { db }: TaskDeps): Promise<MeetingJson> {
  permit(actor, 'task.read');
  return meetingAnswer(actor, meetingId, db);
}

/**
 * Opens a meeting of the actor's office, with an agenda of what is red, disputed, asked for help or waits, as far as that is
 * wanted. Refuses a chain out of reach, units that there are none of and a day that is none.
 */
export async function openMeeting(
  actor: Actor,
  asked: MeetingHeadJson & { readonly compose: readonly MeetingItemKind[] },
  deps: TaskDeps,
): Promise<MeetingJson> {
  permit(actor, 'task.dispatch');
  const id = deps.newId();
  const head = await checkedHead(actor, asked, deps);
  await recording(deps, actor, async (db, note) => {
    await insertMeeting(db, id, head, { at: deps.clock.now(), by: { id: actor.id, name: actor.name } });
    const wanted = new Set(asked.compose);
    const found = await readAgenda(db, { reach: actor.reach, chainId: head.place.chainId, limit: mostProposed });
    const items = onePerDuty(found.filter(({ kind }) => wanted.has(kind))).map((row) => itemOf(row, deps));
    await putMeetingItems(db, id, items);
    note({
      ...{ action: 'meeting.open', record: { kind: 'meeting', id, name: head.title }, place: head.place },
      changes: [
        { field: 'heldOn', before: null, after: head.heldOn },
        { field: 'items', before: null, after: items.length },
      ],
    });
  });
  return meetingAnswer(actor, id, deps.db);
}

/** A duty is talked about once, for its most urgent reason. */
function onePerDuty(rows: readonly AgendaRow[]): AgendaRow[] {
  const seen = new Set<string>();
  return rows.filter(({ taskId, dutyId }) => {
    const key = `${taskId} ${dutyId}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const itemOf = (row: AgendaRow, { newId }: Pick<TaskDeps, 'newId'>): StoredMeetingItem => ({
  ...{ id: newId(), kind: row.kind, title: `${row.title}（${row.unit}）`.slice(0, 300), why: whyWords(row) },
  ...{ taskId: row.taskId, dutyId: row.dutyId, decisions: [] },
});

async function checkedHead(actor: Actor, asked: MeetingHeadJson, deps: TaskDeps): Promise<MeetingHeadPut> {
  const own = placeOfPost(actor);
  const chainId = asked.chainId ?? own.chainId;
  if (own.regionId === null) throw new RefusalError({ code: 'task-without-office', field: 'regionId' });
  const place = { regionId: own.regionId, unitId: own.unitId, chainId };
  if (!covers(actor.reach, place)) throw new RefusalError({ code: 'meeting-chain', field: 'chainId', given: chainId });
  const book = await unitBook(deps);
  const known = chainId === null || (await chainsKnown(deps.db, [chainId])).has(chainId);
  const refusals = [
    ...(asked.title.trim() === '' ? [{ code: 'task-title', field: 'title', given: 0, limit: 120 }] : []),
    ...(isDayText(asked.heldOn)
      ? []
      : [{ code: 'day-unknown', field: 'heldOn', given: asked.heldOn, limit: 'YYYY-MM-DD' }]),
    ...(known ? [] : [{ code: 'chain-unknown', field: 'chainId', given: chainId }]),
    ...asked.sits
      .filter((unitId) => !book.byId.has(unitId))
      .map((given) => ({ code: 'unit-unknown', field: 'sits', given })),
  ];
  if (refusals.length > 0) throw new RefusalError(...refusals);
  const sits = [...new Set(asked.sits)].map((id) => ({ id, name: book.byId.get(id)?.name ?? id }));
  return { title: asked.title.trim(), heldOn: asked.heldOn, venue: asked.place, chair: asked.chair, sits, place };
}

/** Changes what a meeting is called, when, where and of whom it is. */
export async function changeMeeting(
  actor: Actor,
  meetingId: string,
  { revision, ...asked }: MeetingHeadJson & { readonly revision: number },
  deps: TaskDeps,
): Promise<MeetingJson> {
  permit(actor, 'task.dispatch');
  const head = await checkedHead(actor, asked, deps);
  await recording(deps, actor, async (db, note) => {
    const meeting = await heldMeeting(actor, { meetingId, revision }, db);
    const place = { ...meeting.place, chainId: head.place.chainId };
    const at = deps.clock.now();
    await touchMeeting(db, meetingId, { at, by: { id: actor.id, name: actor.name } }, { head: { ...head, place } });
    note({
      ...{ action: 'meeting.change', record: { kind: 'meeting', id: meetingId, name: head.title }, place },
      changes: [
        { field: 'title', before: meeting.title, after: head.title },
        { field: 'heldOn', before: meeting.heldOn, after: head.heldOn },
      ],
    });
  });
  return meetingAnswer(actor, meetingId, deps.db);
}

/** What could still be put on the agenda. */
export async function proposeAgenda(
  actor: Actor,
  meetingId: string,
  { db }: TaskDeps,
): Promise<{ proposals: ProposedJson[]; capped: boolean }> {
  permit(actor, 'task.read');
  const meeting = await seenMeeting(actor, meetingId, db);
  const listed = new Set((await readMeetingItems(db, meetingId)).map(({ taskId, dutyId }) => `${taskId} ${dutyId}`));
  const rows = await readAgenda(db, { reach: actor.reach, chainId: meeting.place.chainId, limit: mostProposed + 1 });
  const proposals = rows
    .slice(0, mostProposed)
    .filter(({ taskId, dutyId }) => !listed.has(`${taskId} ${dutyId}`))
    .map((row) => ({
      ...{ kind: row.kind, taskId: row.taskId, dutyId: row.dutyId, title: row.title, unit: row.unit },
      ...{ why: whyWords(row), light: row.light, dueOn: row.dueOn },
    }));
  return { proposals, capped: rows.length > mostProposed };
}

type AgendaEntry =
  | { readonly id: string }
  | { readonly kind: 'free'; readonly title: string }
  | { readonly kind: MeetingItemKind; readonly taskId: string; readonly dutyId: string };

/**
 * Puts the agenda in order: what is left out goes, what is new comes. Refuses to drop what was decided
 * (`meeting-item-decided`), an item twice, and a task that nothing has to be said about.
 */
export async function putAgenda(
  actor: Actor,
  meetingId: string,
  asked: { readonly revision: number; readonly items: readonly AgendaEntry[] },
  deps: TaskDeps,
): Promise<MeetingJson> {
  permit(actor, 'task.dispatch');
  await recording(deps, actor, async (db, note) => {
    const meeting = await heldMeeting(actor, { meetingId, revision: asked.revision }, db);
    const before = await readMeetingItems(db, meetingId);
    const byId = new Map(before.map((item) => [item.id, item]));
    const open = await readAgenda(db, { reach: actor.reach, chainId: meeting.place.chainId, limit: 2000 });
    const items = asked.items.map((entry): StoredMeetingItem => {
      if ('id' in entry) {
        const item = byId.get(entry.id);
        if (item === undefined) throw new RefusalError({ code: 'meeting-item', field: meeting.title, given: entry.id });
        return item;
      }
      if (!('taskId' in entry)) {
        const none = { kind: 'free' as const, why: '', taskId: null, dutyId: null, decisions: [] };
        return { ...none, id: deps.newId(), title: entry.title };
      }
      const row = open.find(
        ({ kind, taskId, dutyId }) => kind === entry.kind && taskId === entry.taskId && dutyId === entry.dutyId,
      );
      if (row === undefined) throw new RefusalError({ code: 'task-unknown', field: 'taskId', given: entry.taskId });
      return itemOf(row, deps);
    });
    refuseTwice(items);
    const stays = new Set(items.map(({ id }) => id));
    const lost = before.filter(({ id, decisions }) => decisions.length > 0 && !stays.has(id));
    if (lost.length > 0)
      throw new RefusalError(
        ...lost.map(({ title }) => ({ code: 'meeting-item-decided', field: 'items', given: title })),
      );
    await putMeetingItems(db, meetingId, items);
    await touchMeeting(db, meetingId, { at: deps.clock.now(), by: { id: actor.id, name: actor.name } });
    note({
      ...{ action: 'meeting.agenda', record: { kind: 'meeting', id: meetingId, name: meeting.title } },
      place: meeting.place,
      changes: [{ field: 'items', before: before.length, after: items.length }],
    });
  });
  return meetingAnswer(actor, meetingId, deps.db);
}

function refuseTwice(items: readonly StoredMeetingItem[]): void {
  const keys = items.map(({ id, taskId, dutyId }) => (taskId === null ? id : `${taskId} ${dutyId}`));
  const twice = items.find((_item, at) => keys.indexOf(keys[at] ?? '') !== at);
  if (twice !== undefined) throw new RefusalError({ code: 'meeting-item-twice', field: 'items', given: twice.title });
}
