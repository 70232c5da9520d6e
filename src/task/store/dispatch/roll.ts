import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { TaskTables } from '../tables.ts';
import { takesTask } from './cycles.ts';

type Db = Kysely<TaskTables>;

/** One duty of which a cycle wants a report. */
export interface RollDuty {
  readonly taskId: string;
  readonly dutyId: string;
  readonly title: string;
  readonly dueOn: string | null;
  readonly unitId: string | null;
}

/** Those states in which a duty that is closed by itself owes a report; as `owesReport` of the domain. */
const owing = sql`d.own and d.state in ('sent', 'signed', 'handed-back')`;

/** The last report of each duty for a cycle; gathered once, so that thousands of duties are matched with it together. */
const toldIn = (cycleId: string) => sql`told as materialized (
  select distinct on (e.task_id, e.duty_id) e.task_id, e.duty_id, e.on_day, (e.body -> 'report' ->> 'late')::boolean as late
  from task_event e where e.kind = 'reported' and e.body -> 'report' ->> 'cycleId' = ${cycleId}
  order by e.task_id, e.duty_id, e.no desc)`;

/** Duties that a cycle takes which owe a report or have given one; only those of some units when they are given. */
const asked = (cycleId: string, unitIds: readonly string[] | null) => sql`
  dispatch_cycle_region r join task t on ${takesTask} join task_duty d on d.task_id = t.id
    left join told on told.task_id = d.task_id and told.duty_id = d.duty_id
  where r.cycle_id = ${cycleId} and t.state <> 'withdrawn' and (${owing} or told.task_id is not null)
    and (${unitIds === null} or d.unit_id = any (${[...(unitIds ?? [])]}::text[]))`;

/** What a unit has reported of what it was asked for. */
export interface RollUnit {
  readonly unitId: string | null;
  readonly unitName: string;
  readonly asked: number;
  readonly reported: number;
  readonly late: number;
}

/** Every unit that is asked for reports, or was and has given them; of all, or of some when they are given. */
export async function readRoll(db: Db, cycleId: string, unitIds: readonly string[] | null): Promise<RollUnit[]> {
  const { rows } = await sql<RollUnit>`
    with ${toldIn(cycleId)}
    select d.unit_id as "unitId", d.unit_name as "unitName", count(*)::integer as asked,
      count(told.task_id)::integer as reported, (count(*) filter (where told.late))::integer as late
    from ${asked(cycleId, unitIds)} group by d.unit_id, d.unit_name order by d.unit_name, d.unit_id`.execute(db);
  return rows;
}

/** What some units have not reported, in the order of titles. */
export async function readMissing(db: Db, cycleId: string, unitIds: readonly string[]): Promise<RollDuty[]> {
  const { rows } = await sql<RollDuty>`
    with ${toldIn(cycleId)}
    select d.task_id as "taskId", d.duty_id as "dutyId", t.title, d.due_on as "dueOn", d.unit_id as "unitId"
    from ${asked(cycleId, unitIds)} and told.task_id is null order by t.title, d.task_id, d.duty_id`.execute(db);
  return rows;
}

/** Units that still owe a report of a cycle, with how many; as the system. */
export interface Owing {
  readonly unitId: string;
  readonly unitName: string;
  readonly missing: number;
}

export async function unitsOwing(db: Db, cycleId: string): Promise<Owing[]> {
  const { rows } = await sql<Owing>`
    with ${toldIn(cycleId)}, missing as materialized (
      select d.unit_id, count(*)::integer as missing from ${asked(cycleId, null)} and told.task_id is null and d.unit_id is not null
      group by d.unit_id)
    select m.unit_id as "unitId", u.name as "unitName", m.missing from missing m join unit u on u.id = m.unit_id
    order by m.unit_id`.execute(db);
  return rows;
}

/** Units on whose workbench a cycle has put reporting, with whether they have done it since. */
export async function readAsked(db: Db, cycleId: string): Promise<Map<string, 'waits' | 'done'>> {
  const rows = await db
    .selectFrom('dispatch_asked')
    .select(['unit_id', 'done_at'])
    .where('cycle_id', '=', cycleId)
    .execute();
  return new Map(rows.map(({ unit_id, done_at }) => [unit_id, done_at === null ? 'waits' : 'done']));
}

export async function markAsked(
  db: Db,
  cycleId: string,
  unitIds: readonly string[],
  doneAt: string | null,
): Promise<void> {
  if (unitIds.length === 0) return;
  await db
    .insertInto('dispatch_asked')
    .values(unitIds.map((unit_id) => ({ cycle_id: cycleId, unit_id, done_at: doneAt })))
    .onConflict((conflict) => conflict.columns(['cycle_id', 'unit_id']).doUpdateSet({ done_at: doneAt }))
    .execute();
}

/** The instant of the newest fact of all; as long as it stays nobody owes more or less. */
export async function newestFact(db: Db): Promise<string> {
  const row = await db
    .selectFrom('task_event')
    .select(({ fn }) => fn.max('at').as('at'))
    .executeTakeFirst();
  return row?.at ?? '';
}
