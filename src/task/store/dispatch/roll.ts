import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { DutyState, Role } from '../../domain/index.ts';
import type { TaskTables } from '../tables.ts';

type Db = Kysely<TaskTables>;

/** One duty of which a cycle wants a report, or has one. */
export interface RollDuty {
  readonly taskId: string;
  readonly dutyId: string;
  readonly title: string;
  readonly role: Role;
  readonly state: DutyState;
  readonly dueOn: string | null;
  readonly unitId: string | null;
  readonly unitName: string;
  /** The last report for this cycle; null: none came. */
  readonly reportedOn: string | null;
  readonly late: boolean;
}

/** Those states in which a duty that is closed by itself owes a report; as `owesReport` of the domain. */
const owing = sql`d.own and d.state in ('sent', 'signed', 'handed-back')`;

/**
 * Every duty in the regions of a cycle that owes a report or has given one for it, by unit; only those of some units when they
 * are given. What row-level security lets the asker see.
 */
export async function readRoll(db: Db, cycleId: string, unitIds: readonly string[] | null = null): Promise<RollDuty[]> {
  const { rows } = await sql<RollDuty>`
    with told as materialized (
      select distinct on (e.task_id, e.duty_id) e.task_id, e.duty_id, e.on_day, (e.body -> 'report' ->> 'late')::boolean as late
      from task_event e where e.kind = 'reported' and e.body -> 'report' ->> 'cycleId' = ${cycleId}
      order by e.task_id, e.duty_id, e.no desc)
    select d.task_id as "taskId", d.duty_id as "dutyId", t.title, d.role, d.state, d.due_on as "dueOn",
      d.unit_id as "unitId", d.unit_name as "unitName", r.on_day as "reportedOn", coalesce(r.late, false) as late
    from dispatch_cycle_region c join task t on t.region_id = c.region_id join task_duty d on d.task_id = t.id
      left join told r on r.task_id = d.task_id and r.duty_id = d.duty_id
    where c.cycle_id = ${cycleId} and t.state <> 'withdrawn' and (${owing} or r.task_id is not null)
      and (${unitIds === null} or d.unit_id = any (${[...(unitIds ?? [])]}::text[]))
    order by d.unit_name, d.unit_id, t.title, d.task_id, d.duty_id`.execute(db);
  return rows;
}

/** Units that still owe a report of a cycle, with how many of how many; as the system. */
export interface Owing {
  readonly unitId: string;
  readonly unitName: string;
  readonly missing: number;
}

export async function unitsOwing(db: Db, cycleId: string): Promise<Owing[]> {
  const { rows } = await sql<Owing>`
    select d.unit_id as "unitId", u.name as "unitName", count(*)::integer as missing
    from dispatch_cycle_region c join task t on t.region_id = c.region_id and t.state = 'open'
      join task_duty d on d.task_id = t.id join unit u on u.id = d.unit_id
    where c.cycle_id = ${cycleId} and ${owing} and not exists (
      select from task_event e where e.kind = 'reported' and e.body -> 'report' ->> 'cycleId' = ${cycleId}
        and e.task_id = d.task_id and e.duty_id = d.duty_id)
    group by d.unit_id, u.name order by d.unit_id`.execute(db);
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
