import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import { type Place, type Reach, withinReach } from '../../../access/index.ts';
import type { KeptReason, Light, MeetingDecision, MeetingItemKind, Task, TaskState } from '../../domain/index.ts';
import type { TaskTables } from '../tables.ts';
import { keptWithin, troubles } from './troubles.ts';

type Db = Kysely<TaskTables>;

/** A meeting without its agenda. */
export interface StoredMeeting {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly heldOn: string;
  readonly venue: string | null;
  readonly chair: string | null;
  readonly sits: readonly { readonly id: string; readonly name: string }[];
  readonly state: 'open' | 'ended';
  readonly note: string | null;
  readonly place: Place & { readonly regionId: string };
  readonly createdBy: string;
  readonly ended: { readonly by: string; readonly at: string } | null;
}

export interface StoredMeetingItem {
  readonly id: string;
  readonly kind: MeetingItemKind;
  readonly title: string;
  readonly why: string;
  readonly taskId: string | null;
  readonly dutyId: string | null;
  readonly decisions: readonly MeetingDecision[];
}

/** The meeting in sight; `locked` keeps others from it until the transaction ends. */
export async function readMeeting(
  db: Db,
  meetingId: string,
  how: 'free' | 'locked' = 'free',
): Promise<StoredMeeting | undefined> {
  const query = db.selectFrom('task_meeting').selectAll().where('id', '=', meetingId);
  const row = await (how === 'locked' ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    ...{
      id: row.id,
      revision: row.revision,
      title: row.title,
      heldOn: row.held_on,
      venue: row.place,
      chair: row.chair,
    },
    ...{ sits: row.sits, state: row.state, note: row.note, createdBy: row.created_by },
    place: { regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id },
    ended: row.ended_at === null ? null : { by: row.ended_by ?? '', at: new Date(row.ended_at).toISOString() },
  };
}

export async function readMeetingItems(db: Db, meetingId: string): Promise<StoredMeetingItem[]> {
  const rows = await db
    .selectFrom('task_meeting_item')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ id, kind, title, why, task_id: taskId, duty_id: dutyId, decisions }) => ({
    ...{ id, kind, title, why, taskId, dutyId, decisions },
  }));
}

export interface MeetingHeadPut {
  readonly title: string;
  readonly heldOn: string;
  readonly venue: string | null;
  readonly chair: string | null;
  readonly sits: readonly { readonly id: string; readonly name: string }[];
  readonly place: Place & { readonly regionId: string };
}
interface Signed {
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
}

const headColumns = ({ title, heldOn, venue, chair, sits, place }: MeetingHeadPut) => ({
  ...{ title, held_on: heldOn, place: venue, chair, sits: JSON.stringify(sits) },
  ...{ region_id: place.regionId, unit_id: place.unitId, chain_id: place.chainId },
});

export async function insertMeeting(db: Db, id: string, head: MeetingHeadPut, { at, by }: Signed): Promise<void> {
  await db
    .insertInto('task_meeting')
    .values({
      ...{ id, revision: 1, state: 'open', note: null, ended_at: null, ended_by: null, ...headColumns(head) },
      ...{ created_at: at, created_by: by.name, created_by_id: by.id, activity_at: at, activity_by: by.name },
    })
    .execute();
}

/** Raises the revision, and writes what else has changed of the meeting itself. */
export async function touchMeeting(
  db: Db,
  meetingId: string,
  { at, by }: Signed,
  change: { readonly head?: MeetingHeadPut; readonly ended?: { readonly note: string | null } } = {},
): Promise<void> {
  await db
    .updateTable('task_meeting')
    .set((each) => ({
      ...{ revision: each('revision', '+', 1), activity_at: at, activity_by: by.name },
      ...(change.head !== undefined && headColumns(change.head)),
      ...(change.ended !== undefined && { state: 'ended', note: change.ended.note, ended_at: at, ended_by: by.name }),
    }))
    .where('id', '=', meetingId)
    .execute();
}

/** Writes the agenda as it is now. */
export async function putMeetingItems(db: Db, meetingId: string, items: readonly StoredMeetingItem[]): Promise<void> {
  await db.deleteFrom('task_meeting_item').where('meeting_id', '=', meetingId).execute();
  if (items.length === 0) return;
  await db
    .insertInto('task_meeting_item')
    .values(
      items.map(({ id, kind, title, why, taskId, dutyId, decisions }, position) => ({
        ...{ meeting_id: meetingId, id, position, kind, title, why, task_id: taskId, duty_id: dutyId },
        decisions: JSON.stringify(decisions),
      })),
    )
    .execute();
}

export async function putDecisions(
  db: Db,
  meetingId: string,
  itemId: string,
  decisions: readonly MeetingDecision[],
): Promise<void> {
  await db
    .updateTable('task_meeting_item')
    .set({ decisions: JSON.stringify(decisions) })
    .where('meeting_id', '=', meetingId)
    .where('id', '=', itemId)
    .execute();
}

export interface MeetingRow {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly heldOn: string;
  readonly place: string | null;
  readonly chair: string | null;
  readonly chainId: string | null;
  readonly chainName: string | null;
  readonly regionName: string;
  readonly state: 'open' | 'ended';
  readonly items: number;
  readonly decided: number;
  readonly tasks: number;
  readonly closed: number;
}

/** One page of the meetings in reach, the latest first. */
export async function readMeetingRows(
  db: Db,
  reach: Reach,
  asked: { readonly text: string | null; readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: MeetingRow[]; readonly total: number }> {
  const like = asked.text === null ? null : `%${asked.text.replaceAll(/[\\%_]/gu, (mark) => `\\${mark}`)}%`;
  const where = sql`where ${withinReach(reach, 'm')} and (${like}::text is null or m.title ilike ${like})`;
  const { rows } = await sql<MeetingRow>`
    select m.id, m.revision, m.title, m.held_on as "heldOn", m.place, m.chair, m.chain_id as "chainId", c.name as "chainName",
      coalesce((select t.name from region_term t where t.code = m.region_id
        order by (t.valid_to is null) desc, t.valid_to desc limit 1), m.region_id) as "regionName", m.state,
      i.items, i.decided, i.tasks, i.closed
    from task_meeting m left join chain c on c.id = m.chain_id
      cross join lateral (
        select count(distinct i.id)::int as items, (count(distinct i.id) filter (where i.decisions <> '[]'))::int as decided,
          count(t.id)::int as tasks, (count(t.id) filter (where t.state = 'closed'))::int as closed
        from task_meeting_item i
          left join lateral jsonb_array_elements(i.decisions) d on d ->> 'kind' = 'task'
          left join task t on t.id = d ->> 'taskId'
        where i.meeting_id = m.id) i
    ${where} order by m.held_on desc, m.id limit ${asked.limit} offset ${asked.offset}`.execute(db);
  const count = await sql<{ total: number }>`select count(*)::int as total from task_meeting m ${where}`.execute(db);
  return { rows, total: count.rows[0]?.total ?? 0 };
}

/** A duty that could be talked about, as it stands. */
export interface AgendaRow {
  readonly kind: Exclude<MeetingItemKind, 'free'>;
  readonly taskId: string;
  readonly dutyId: string;
  readonly title: string;
  readonly unit: string;
  readonly light: Light;
  readonly reason: KeptReason;
  readonly dueOn: string | null;
  readonly words: string | null;
}

const urgency = sql`case w.kind when 'escalated' then 0 when 'disputed' then 1 when 'help' then 2 when 'extension' then 3
  else 4 end`;

/**
 * What is red, disputed, asked for help, waits for more time or was brought before a chief, of the tasks that are kept in
 * reach; of a chain only where one is named. The most urgent first, each duty once for each reason.
 */
export async function readAgenda(
  db: Db,
  asked: { readonly reach: Reach; readonly chainId: string | null; readonly limit: number },
): Promise<AgendaRow[]> {
  const { rows } = await sql<AgendaRow>`
    select w.kind, t.id as "taskId", d.duty_id as "dutyId", t.title, d.unit_name as unit, d.light, d.light_reason as reason,
      d.due_on as "dueOn", w.words
    from task t join task_duty d on d.task_id = t.id
      cross join lateral ${troubles} w
    where t.state = 'open' and ${keptWithin(asked.reach)}
      and (${asked.chainId}::text is null or t.chain_ids && array(select c.descendant from chain_closure c
        where c.ancestor = ${asked.chainId}))
    order by ${urgency}, d.due_on nulls last, t.id, d.duty_id limit ${asked.limit}`.execute(db);
  return rows;
}

/** A task as it stands today. */
export interface TaskToday {
  readonly id: string;
  readonly title: string;
  readonly state: TaskState;
  readonly light: Light;
  readonly reason: KeptReason;
  readonly dueOn: string | null;
  readonly firstDueOn: string | null;
  readonly sourceName: string;
  readonly task: Task;
  readonly dutyLights: ReadonlyMap<string, { readonly light: Light; readonly reason: KeptReason }>;
}

/** Some tasks in sight, by id. */
export async function readTasksToday(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, TaskToday>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const rows = await db
    .selectFrom('task')
    .select(['id', 'title', 'state', 'light', 'light_reason', 'due_on', 'first_due_on', 'source_name', 'content'])
    .where('id', 'in', wanted)
    .execute();
  const duties = await db
    .selectFrom('task_duty')
    .select(['task_id', 'duty_id', 'light', 'light_reason'])
    .where('task_id', 'in', wanted)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...{ id: row.id, title: row.title, state: row.state, light: row.light, reason: row.light_reason },
        ...{ dueOn: row.due_on, firstDueOn: row.first_due_on, sourceName: row.source_name, task: row.content },
        dutyLights: new Map(
          duties
            .filter((duty) => duty.task_id === row.id)
            .map((duty) => [duty.duty_id, { light: duty.light, reason: duty.light_reason }]),
        ),
      },
    ]),
  );
}
