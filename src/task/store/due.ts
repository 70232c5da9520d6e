import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { TaskTables } from './tables.ts';
import { readStoredTasks, type StoredTask } from './task.ts';

type Db = Kysely<TaskTables>;

/**
 * Tasks that the platform has to look at, taken for this transaction: another server takes others. Each is read whole after it is
 * taken.
 */
async function taken(db: Db, found: ReturnType<typeof sql<{ id: string }>>): Promise<StoredTask[]> {
  const { rows } = await found.execute(db);
  return readStoredTasks(
    db,
    rows.map(({ id }) => id),
  );
}

/** Some whose light is of an earlier day. */
export const takeUnlit = (db: Db, day: string, most: number): Promise<StoredTask[]> =>
  taken(
    db,
    sql<{ id: string }>`
      select id from task where (state = 'open' or light = 'yellow') and lit_on < ${day}::date
      order by lit_on limit ${most} for update skip locked`,
  );

/** The light of these is of this day and as it was. */
export async function markLit(db: Db, ids: readonly string[], day: string): Promise<void> {
  if (ids.length === 0) return;
  await sql`update task set lit_on = ${day}::date where id = any (${[...ids]}::text[])`.execute(db);
}

/** Has the lights of all open tasks of a region and below set anew: other rules hold from now on. Gives how many there are. */
export async function unlight(db: Db, regionId: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update task set lit_on = '0001-01-01' where (state = 'open' or light = 'yellow') and region_id in (
      select descendant from region_closure where ancestor = ${regionId}
        and current_date >= valid_from and current_date < valid_to)`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Some recurring tasks whose times have not been made today. */
export const takeRecurring = (db: Db, day: string, most: number): Promise<StoredTask[]> =>
  taken(
    db,
    sql<{ id: string }>`
      select id from task where kind = 'recurring' and state = 'open' and (times_made_on is null or times_made_on < ${day}::date)
      order by times_made_on nulls first limit ${most} for update skip locked`,
  );

export async function timesMade(db: Db, taskId: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('task').select('occurrence_key').where('occurrence_of', '=', taskId).execute();
  return new Set(rows.flatMap(({ occurrence_key }) => occurrence_key ?? []));
}

export async function markTimesMade(db: Db, taskId: string, day: string): Promise<void> {
  await db.updateTable('task').set({ times_made_on: day }).where('id', '=', taskId).execute();
}

/** Some with figures that come from elsewhere and were not looked at since a moment. */
export const takeCounted = (db: Db, before: string, most: number): Promise<StoredTask[]> =>
  taken(
    db,
    sql<{ id: string }>`
      select id from task where state = 'open' and (indicator_ids <> '{}' or counts_events)
        and (counted_at is null or counted_at < ${before}::timestamptz)
      order by counted_at nulls first limit ${most} for update skip locked`,
  );

export async function markCounted(db: Db, ids: readonly string[], at: string): Promise<void> {
  if (ids.length === 0) return;
  await sql`update task set counted_at = ${at}::timestamptz where id = any (${[...ids]}::text[])`.execute(db);
}
