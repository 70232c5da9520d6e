import { type Selectable, sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { Place } from '../../../access/index.ts';
import type { Cycle, CycleKind, Person } from '../../domain/index.ts';
import type { TaskTables } from '../tables.ts';
import type { CycleTable } from './tables.ts';

type Db = Kysely<TaskTables>;

/** A cycle with the office that runs it. Its reminders are read by themselves (`readReminders`). */
export interface StoredCycle {
  readonly cycle: Cycle;
  readonly place: Place & { readonly regionId: string };
  readonly madeBy: string;
  readonly freezingAt: string | null;
}

const stored = (row: Selectable<CycleTable>): StoredCycle => ({
  cycle: {
    ...{ id: row.id, kind: row.kind, period: row.period, opensOn: row.opens_on, dueOn: row.due_on, state: row.state },
    ...{ revision: row.revision, opened: row.opened, closed: row.closed, frozen: row.frozen, reminders: [] },
  },
  place: { regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id },
  ...{ madeBy: row.made_by, freezingAt: row.freezing_at },
});

/** All cycles of some regions, the newest first; `null`: of all. */
export async function readCycles(db: Db, regionIds: readonly string[] | null): Promise<StoredCycle[]> {
  const rows = await db
    .selectFrom('dispatch_cycle')
    .selectAll()
    .$if(regionIds !== null, (query) =>
      query.where('region_id', '=', sql<string>`any (${[...(regionIds ?? [])]}::text[])`),
    )
    .orderBy('due_on', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(stored);
}

export async function readCycle(db: Db, id: string): Promise<StoredCycle | undefined> {
  const row = await db.selectFrom('dispatch_cycle').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : stored(row);
}

/** The same, kept from others until the transaction ends. */
export async function lockCycle(db: Db, id: string): Promise<StoredCycle | undefined> {
  const row = await db.selectFrom('dispatch_cycle').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? undefined : stored(row);
}

/** One that waits for something to be done by the round; left out when another server has it in hand. */
export async function takeCycle(db: Db, id: string): Promise<StoredCycle | undefined> {
  const row = await db
    .selectFrom('dispatch_cycle')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row === undefined ? undefined : stored(row);
}

/** Cycles that are not frozen, of every office; as the system. */
export async function runningCycles(db: Db): Promise<StoredCycle[]> {
  const rows = await db
    .selectFrom('dispatch_cycle')
    .selectAll()
    .where('state', '<>', 'frozen')
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map(stored);
}

/** The cycle of an office and kind that was frozen last before a period; undefined when there is none. */
export async function frozenBefore(
  db: Db,
  { regionId, kind, period }: { readonly regionId: string; readonly kind: CycleKind; readonly period: string },
): Promise<StoredCycle | undefined> {
  const row = await db
    .selectFrom('dispatch_cycle')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('kind', '=', kind)
    .where('period', '<', period)
    .where('state', '=', 'frozen')
    .orderBy('period', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : stored(row);
}

/**
 * Keeps a new cycle with the regions whose tasks it takes. False, and nothing is kept, when there is one of its office, kind
 * and period, or one of the regions is in another.
 */
export async function insertCycle(
  db: Db,
  { cycle, place, madeBy }: Omit<StoredCycle, 'freezingAt'>,
  regionIds: readonly string[],
  at: string,
): Promise<boolean> {
  const { id, kind, period } = cycle;
  const made = await db
    .insertInto('dispatch_cycle')
    .values({
      ...{ id, kind, period, opens_on: cycle.opensOn, due_on: cycle.dueOn, state: cycle.state },
      ...{ revision: cycle.revision, opened: null, closed: null, frozen: null, made_at: at, made_by: madeBy },
      ...{ region_id: place.regionId, unit_id: place.unitId, chain_id: place.chainId },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n) return false;
  const taken = await db
    .insertInto('dispatch_cycle_region')
    .values(regionIds.map((region_id) => ({ cycle_id: id, kind, period, region_id })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return taken.numInsertedOrUpdatedRows === BigInt(regionIds.length);
}

/** Keeps what a step made of a cycle; its reminders are kept by `insertReminder`. */
export async function saveCycle(db: Db, { cycle }: Pick<StoredCycle, 'cycle'>): Promise<void> {
  const text = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
  await db
    .updateTable('dispatch_cycle')
    .set({
      ...{ state: cycle.state, revision: cycle.revision, opens_on: cycle.opensOn, due_on: cycle.dueOn },
      ...{ opened: text(cycle.opened), closed: text(cycle.closed), frozen: text(cycle.frozen) },
    })
    .where('id', '=', cycle.id)
    .execute();
}

/** Says that somebody freezes it, or that he gave up (`at` null). */
export async function markFreezing(db: Db, id: string, at: string | null): Promise<void> {
  await db.updateTable('dispatch_cycle').set({ freezing_at: at }).where('id', '=', id).execute();
}

export async function cycleRegions(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('dispatch_cycle_region')
    .select('region_id')
    .where('cycle_id', '=', id)
    .orderBy('region_id')
    .execute();
  return rows.map(({ region_id }) => region_id);
}

export interface AcceptingCycle {
  readonly cycle: Cycle;
  readonly freezingAt: string | null;
}

/** Cycles that may take a report of a task kept in a region. */
export async function acceptingCycles(db: Db, taskId: string): Promise<AcceptingCycle[]> {
  const rows = await db
    .selectFrom('dispatch_cycle as c')
    .innerJoin('dispatch_cycle_region as r', 'r.cycle_id', 'c.id')
    .innerJoin('task as t', 't.region_id', 'r.region_id')
    .selectAll('c')
    .where('t.id', '=', taskId)
    .where('c.state', 'in', ['open', 'closed'])
    .execute();
  return rows.map((row) => ({ cycle: stored(row).cycle, freezingAt: row.freezing_at }));
}

export interface StoredReminder {
  readonly no: number;
  readonly on: string;
  readonly byRound: boolean;
  readonly by: Person;
  readonly unitIds: readonly string[];
  readonly words: string;
}

/** Who was reminded in a cycle, the newest first. */
export async function readReminders(db: Db, cycleId: string): Promise<StoredReminder[]> {
  const rows = await db
    .selectFrom('dispatch_reminder')
    .selectAll()
    .where('cycle_id', '=', cycleId)
    .orderBy('no', 'desc')
    .execute();
  return rows.map(({ no, on_day, by_round, by, unit_ids, words }) => ({
    ...{ no, on: on_day, byRound: by_round, by, unitIds: unit_ids, words },
  }));
}

/** Keeps a reminder and gives its number; null when the round has reminded on that day already. The cycle has to be locked. */
export async function insertReminder(
  db: Db,
  { cycle, place }: Pick<StoredCycle, 'cycle' | 'place'>,
  reminder: Omit<StoredReminder, 'no'>,
): Promise<number | null> {
  const { rows } = await sql<{ no: number }>`
    insert into dispatch_reminder (cycle_id, no, on_day, by_round, unit_ids, words, by, region_id, unit_id, chain_id)
    select ${cycle.id}, coalesce(max(no), 0) + 1, ${reminder.on}::date, ${reminder.byRound}, ${[...reminder.unitIds]}::text[],
      ${reminder.words}, ${JSON.stringify(reminder.by)}::jsonb, ${place.regionId}, ${place.unitId}, ${place.chainId}
    from dispatch_reminder where cycle_id = ${cycle.id}
    on conflict do nothing returning no`.execute(db);
  return rows[0]?.no ?? null;
}

/** On which days the round has reminded in a cycle. */
export async function remindedOn(db: Db, cycleId: string, day: string): Promise<boolean> {
  const row = await db
    .selectFrom('dispatch_reminder')
    .select('no')
    .where('cycle_id', '=', cycleId)
    .where('on_day', '=', day)
    .where('by_round', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}
