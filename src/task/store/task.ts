import { type Insertable, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { Place } from '../../access/index.ts';
import type { Doubt, Projection, Task, TaskEvent } from '../domain/index.ts';
import { dutyRow, eventRow, sourceColumns, taskColumns } from './rows.ts';
import type { TaskPartyTable, TaskTables } from './tables.ts';

type Db = Kysely<TaskTables>;

/** A task as it is kept, with the office that keeps it. */
export interface StoredTask {
  readonly task: Task;
  /** The place of the office that keeps it; `chainId` is the one by which it keeps it. */
  readonly place: Place & { readonly regionId: string };
  readonly sourceName: string;
  readonly doubts: readonly Doubt[];
  /** The day of which its light is. */
  readonly litOn: string;
  /** The instant of the last event. */
  readonly lastAt: string;
}

const columns = [
  'content',
  'region_id',
  'unit_id',
  'chain_id',
  'source_name',
  'doubts',
  'activity_at',
  'lit_on',
] as const satisfies readonly (keyof TaskTables['task'])[];

interface Row {
  readonly content: Task;
  readonly region_id: string;
  readonly unit_id: string | null;
  readonly chain_id: string | null;
  readonly source_name: string;
  readonly doubts: readonly Doubt[];
  readonly activity_at: string;
  readonly lit_on: string;
}

const stored = (row: Row): StoredTask => ({
  task: row.content,
  place: { regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id },
  ...{ sourceName: row.source_name, doubts: row.doubts, lastAt: row.activity_at, litOn: row.lit_on },
});

/** A task in sight; undefined when there is none, or none that the asker may see. */
export async function readStored(db: Db, taskId: string): Promise<StoredTask | undefined> {
  const row = await db.selectFrom('task').select(columns).where('id', '=', taskId).executeTakeFirst();
  return row === undefined ? undefined : stored(row);
}

/** Some tasks in sight, in the order of their ids. */
export async function readStoredTasks(db: Db, taskIds: readonly string[]): Promise<StoredTask[]> {
  if (taskIds.length === 0) return [];
  const rows = await db
    .selectFrom('task')
    .select(columns)
    .where('id', 'in', [...new Set(taskIds)])
    .orderBy('id')
    .execute();
  return rows.map(stored);
}

/** The same, kept from others until the transaction ends; undefined also when the asker has nothing to do in it. */
export async function lockStored(db: Db, taskId: string): Promise<StoredTask | undefined> {
  const row = await db.selectFrom('task').select(columns).where('id', '=', taskId).forUpdate().executeTakeFirst();
  return row === undefined ? undefined : stored(row);
}

export async function readEvents(db: Db, taskId: string): Promise<TaskEvent[]> {
  const rows = await db.selectFrom('task_event').select('body').where('task_id', '=', taskId).orderBy('no').execute();
  return rows.map(({ body }) => body);
}

/** Whether anything happened after a revision that concerns a duty, or the whole of the task. */
export async function changedSince(db: Db, taskId: string, revision: number, dutyId: string): Promise<boolean> {
  const row = await db
    .selectFrom('task_event')
    .select('no')
    .where('task_id', '=', taskId)
    .where('no', '>', revision)
    .where((where) => where.or([where('duty_id', 'is', null), where('duty_id', '=', dutyId)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a person has sent something under this key before. */
export async function hasKey(db: Db, taskId: string, personId: string, key: string): Promise<boolean> {
  const row = await db
    .selectFrom('task_event')
    .select('no')
    .where('task_id', '=', taskId)
    .where('by_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}

/** Regions of some units. */
export async function unitRegions(db: Db, unitIds: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(unitIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; region: string }>`
    select id, region_id as region from unit where id = any (${ids}::text[])`.execute(db);
  return new Map(rows.map(({ id, region }) => [id, region]));
}

/** A new task with its first event. */
export interface NewTask extends Omit<StoredTask, 'lastAt' | 'litOn'> {
  readonly event: TaskEvent;
  readonly projection: Projection;
}

export async function insertTask(db: Db, made: NewTask): Promise<void> {
  const { task, event, projection, place, doubts, sourceName } = made;
  await db
    .insertInto('task')
    .values({
      ...taskColumns(task, projection.task),
      ...sourceColumns(task, sourceName),
      ...{ id: task.id, doubts: JSON.stringify(doubts), region_id: place.regionId, unit_id: place.unitId },
      ...{ chain_id: place.chainId, created_on: event.on, created_at: event.at, created_by: event.by.name },
      ...{ created_by_id: event.by.id, activity_at: event.at, activity_by: event.by.name },
    })
    .execute();
  await putParties(db, task, place);
  await db
    .insertInto('task_event')
    .values(eventRow(task.id, event, null))
    .execute();
  await insertDuties(db, task.id, projection.duties);
  await putDepends(db, task);
}

/** Events that change who has a part in a task. */
const ofParties: ReadonlySet<TaskEvent['kind']> = new Set(['settled', 'duty-added', 'assigned', 'reassigned']);

/** What a move made of a task. */
export interface MovedRow {
  readonly before: StoredTask;
  readonly task: Task;
  readonly event: TaskEvent;
  readonly projection: Projection;
  readonly was: Projection;
  /** What is left to look at; null: as before. */
  readonly doubts: readonly Doubt[] | null;
  readonly key: string | null;
}

/** Adds the event and brings all that follows from it up to date. */
export async function saveMove(db: Db, moved: MovedRow): Promise<void> {
  const { before, task, event, projection, was, doubts, key } = moved;
  if (ofParties.has(event.kind)) await putParties(db, task, before.place);
  await db
    .insertInto('task_event')
    .values(eventRow(task.id, event, key))
    .execute();
  await db
    .updateTable('task')
    .set({
      ...taskColumns(task, projection.task),
      ...{ activity_at: event.at, activity_by: event.by.name },
      ...(doubts !== null && { doubts: JSON.stringify(doubts) }),
    })
    .where('id', '=', task.id)
    .execute();
  if (event.kind === 'settled') await putDuties(db, task.id, was, projection);
  else await changeDuties(db, task.id, was, projection);
  if (event.kind === 'settled' || event.kind === 'ordered') await putDepends(db, task);
}

/**
 * The same without an event: another day has come, or a figure from elsewhere is known. `was` null: what stands there is not
 * known, all of it is written anew.
 */
export async function saveLights(db: Db, before: StoredTask, was: Projection | null, now: Projection): Promise<void> {
  const { content: _content, revision: _revision, ...columns } = taskColumns(before.task, now.task);
  await db.updateTable('task').set(columns).where('id', '=', before.task.id).execute();
  if (was === null) await db.deleteFrom('task_duty').where('task_id', '=', before.task.id).execute();
  await putDuties(db, before.task.id, was ?? { ...now, duties: [] }, now);
}

/** The same where every duty is the same unit's as before: those that changed are changed, new ones are added. */
async function changeDuties(db: Db, taskId: string, was: Projection, now: Projection): Promise<void> {
  const known = new Map(was.duties.map((duty) => [duty.dutyId, JSON.stringify(duty)]));
  for (const duty of now.duties) {
    const before = known.get(duty.dutyId);
    if (before === undefined || before === JSON.stringify(duty)) continue;
    const { task_id, duty_id, region_id: _regionId, ...columns } = dutyRow(taskId, duty, null);
    await db
      .updateTable('task_duty')
      .set(columns)
      .where('task_id', '=', task_id)
      .where('duty_id', '=', duty_id)
      .execute();
  }
  await insertDuties(
    db,
    taskId,
    now.duties.filter(({ dutyId }) => !known.has(dutyId)),
  );
}

/** Writes only the duties that are not as they were. */
async function putDuties(db: Db, taskId: string, was: Projection, now: Projection): Promise<void> {
  const known = new Map(was.duties.map((duty) => [duty.dutyId, JSON.stringify(duty)]));
  const gone = was.duties.filter(({ dutyId }) => !now.duties.some((duty) => duty.dutyId === dutyId));
  const changed = now.duties.filter((duty) => known.get(duty.dutyId) !== JSON.stringify(duty));
  const away = [...gone, ...changed].map(({ dutyId }) => dutyId).filter((dutyId) => known.has(dutyId));
  if (away.length > 0)
    await db.deleteFrom('task_duty').where('task_id', '=', taskId).where('duty_id', 'in', away).execute();
  await insertDuties(db, taskId, changed);
}

async function insertDuties(db: Db, taskId: string, duties: Projection['duties']): Promise<void> {
  if (duties.length === 0) return;
  const regions = await unitRegions(
    db,
    duties.map(({ unitId }) => unitId),
  );
  const rows = duties.map((duty) => dutyRow(taskId, duty, regions.get(duty.unitId ?? '') ?? null));
  await db.insertInto('task_duty').values(rows).execute();
}

/** Who may see it from now on: the office that keeps it, and every unit that it was ever sent to, by each of its chains. */
async function putParties(db: Db, task: Task, place: StoredTask['place']): Promise<void> {
  const sent = task.duties.filter(({ sentOn, unit }) => sentOn !== null && unit.id !== null);
  const regions = await unitRegions(
    db,
    sent.map(({ unit }) => unit.id),
  );
  await db
    .insertInto('task_party')
    .values(partyRows(task, place, regions))
    // Without naming the index: whoever adds one may not see all that are there.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Rows of everybody who may see a task, by regions of their units. */
export function partyRows(
  task: Task,
  place: StoredTask['place'],
  regions: ReadonlyMap<string, string>,
): Insertable<TaskPartyTable>[] {
  const sent = task.duties.filter(({ sentOn, unit }) => sentOn !== null && unit.id !== null);
  const chains = task.chains.length === 0 ? [null] : [...new Set(task.chains)];
  const by = { by_region_id: place.regionId, by_unit_id: place.unitId, by_chain_id: place.chainId };
  const keepers = [...new Set([place.chainId, ...chains])];
  return [
    ...keepers.map((chain_id) => ({
      ...{ task_id: task.id, duty_id: '', role: 'keeper' as const, region_id: place.regionId, unit_id: place.unitId },
      ...{ chain_id, ...by },
    })),
    ...sent.flatMap(({ id, role, unit }) =>
      chains.map((chain_id) => ({
        ...{ task_id: task.id, duty_id: id, role, region_id: regions.get(unit.id ?? '') ?? null, unit_id: unit.id },
        ...{ chain_id, ...by },
      })),
    ),
  ];
}

async function putDepends(db: Db, { id, dependsOn }: Task): Promise<void> {
  await db.deleteFrom('task_depends').where('task_id', '=', id).execute();
  if (dependsOn.length === 0) return;
  await db
    .insertInto('task_depends')
    .values([...new Set(dependsOn)].map((other) => ({ task_id: id, on_task_id: other })))
    .execute();
}
