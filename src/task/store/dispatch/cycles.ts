import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { Place } from '../../../access/index.ts';
import type { Cycle, Person } from '../../domain/index.ts';
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

type Row = Selectable<CycleTable> & { readonly chain_name: string | null };

/** Cycles with the name that their chain bears. */
const cycles = (db: Db) =>
  db
    .selectFrom('dispatch_cycle')
    .selectAll()
    .select(sql<string | null>`(select c.name from chain c where c.id = dispatch_cycle.chain_id)`.as('chain_name'));

const stored = (row: Row): StoredCycle => ({
  cycle: {
    ...{ id: row.id, kind: row.kind, period: row.period, opensOn: row.opens_on, dueOn: row.due_on, state: row.state },
    ...{ revision: row.revision, opened: row.opened, closed: row.closed, frozen: row.frozen, reminders: [] },
    ...(row.chain_id !== null && { chain: { id: row.chain_id, name: row.chain_name ?? row.chain_id } }),
  },
  place: { regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id },
  ...{ madeBy: row.made_by, freezingAt: row.freezing_at },
});

/** All cycles of some regions, the newest first; `null`: of all. */
export async function readCycles(db: Db, regionIds: readonly string[] | null): Promise<StoredCycle[]> {
  const rows = await cycles(db)
    .$if(regionIds !== null, (query) =>
      query.where('region_id', '=', sql<string>`any (${[...(regionIds ?? [])]}::text[])`),
    )
    .orderBy('due_on', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(stored);
}

export async function readCycle(db: Db, id: string): Promise<StoredCycle | undefined> {
  const row = await cycles(db).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : stored(row);
}

/** The same, kept from others until the transaction ends. */
export async function lockCycle(db: Db, id: string): Promise<StoredCycle | undefined> {
  const row = await cycles(db).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? undefined : stored(row);
}

/** One that waits for something to be done by the round; left out when another server has it in hand. */
export async function takeCycle(db: Db, id: string): Promise<StoredCycle | undefined> {
  const row = await cycles(db).where('id', '=', id).forUpdate().skipLocked().executeTakeFirst();
  return row === undefined ? undefined : stored(row);
}

/** Cycles that are not frozen, of every office; as the system. */
export async function runningCycles(db: Db): Promise<StoredCycle[]> {
  const rows = await cycles(db).where('state', '<>', 'frozen').orderBy('due_on').orderBy('id').execute();
  return rows.map(stored);
}

/** The cycle of an office, kind and chain that was frozen last before a period; undefined when there is none. */
export async function frozenBefore(
  db: Db,
  { cycle: { kind, period }, place }: Pick<StoredCycle, 'cycle' | 'place'>,
): Promise<StoredCycle | undefined> {
  const row = await cycles(db)
    .where('region_id', '=', place.regionId)
    .where('chain_id', 'is not distinct from', place.chainId)
    .where('kind', '=', kind)
    .where('period', '<', period)
    .where('state', '=', 'frozen')
    .orderBy('period', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : stored(row);
}

/** A region whose tasks a cycle takes, and the chains whose tasks there are in other cycles. */
export interface TakenRegion {
  readonly regionId: string;
  /** The cycle's chain with those below it; none for that of the whole. */
  readonly chains: readonly string[];
  readonly apart: readonly string[];
}

/**
 * Keeps a new cycle with the regions whose tasks it takes. False, and nothing is kept, when there is one of its office, kind,
 * period and chain, or one of the regions is in another.
 */
export async function insertCycle(
  db: Db,
  { cycle, place, madeBy }: Omit<StoredCycle, 'freezingAt'>,
  regions: readonly TakenRegion[],
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
    .values(
      regions.map(({ regionId, chains, apart }) => ({
        ...{ cycle_id: id, kind, period, region_id: regionId, chain_id: place.chainId },
        ...{ chains: [...chains], apart: [...apart] },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return taken.numInsertedOrUpdatedRows === BigInt(regions.length);
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

export async function cycleRegions(db: Db, id: string): Promise<TakenRegion[]> {
  const rows = await db
    .selectFrom('dispatch_cycle_region')
    .select(['region_id as regionId', 'chains', 'apart'])
    .where('cycle_id', '=', id)
    .orderBy('region_id')
    .execute();
  return rows;
}

/** The chains of other cycles whose tasks a cycle leaves out. */
export async function chainsBeside(db: Db, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct o.chain_id as id from dispatch_cycle_region r
      join dispatch_cycle_region o on o.kind = r.kind and o.period = r.period and o.region_id = r.region_id
    where r.cycle_id = ${id} and o.chain_id = any (r.apart) order by 1`.execute(db);
  return rows.map((row) => row.id);
}

/**
 * Whether the cycle's region `r` takes the task `t`: all that the region keeps, or those of its chain, without the chains whose
 * tasks another cycle of the period has taken.
 */
export const takesTask: RawBuilder<SqlBool> = sql<SqlBool>`(r.region_id = t.region_id
  and (r.chain_id is null or t.chain_ids && r.chains) and not (t.chain_ids && r.apart))`;

/** Leaves the tasks of some chains to their own cycle, in the cycle of the whole of some regions; as the system. */
export async function setApart(
  db: Db,
  { kind, period }: Pick<Cycle, 'kind' | 'period'>,
  chains: readonly string[],
  regionIds: readonly string[],
): Promise<void> {
  await sql`update dispatch_cycle_region set apart = apart || ${[...chains]}::text[]
    where kind = ${kind} and period = ${period} and chain_id is null and region_id = any (${[...regionIds]}::text[])`.execute(
    db,
  );
}

export interface AcceptingCycle {
  readonly cycle: Cycle;
  readonly freezingAt: string | null;
}

/** Cycles that may take a report of a task. */
export async function acceptingCycles(db: Db, taskId: string): Promise<AcceptingCycle[]> {
  const rows = await cycles(db)
    .where('dispatch_cycle.state', 'in', ['open', 'closed'])
    .where(
      sql<SqlBool>`exists (select from dispatch_cycle_region r join task t on ${takesTask}
        where r.cycle_id = dispatch_cycle.id and t.id = ${taskId})`,
    )
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
