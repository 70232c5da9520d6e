import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { DutyState, KeptReason, Light, Role, Task } from '../../domain/index.ts';
import { reportWanted } from '../list/narrow.ts';
import type { TaskTables } from '../tables.ts';

type Db = Kysely<TaskTables>;

const open = sql`('sent', 'signed', 'handed-back', 'submitted')`;

export interface UnitCounts {
  readonly lights: readonly { readonly light: Light; readonly count: number }[];
  readonly open: number;
  readonly closed: number;
  readonly theirs: number;
}

/** What a unit owes and what others owe it, in numbers. */
export async function readUnitCounts(db: Db, unitId: string): Promise<UnitCounts> {
  const { rows } = await sql<{ light: Light; open: number; closed: number }>`
    select d.light, (count(*) filter (where d.state in ${open}))::int as open,
      (count(*) filter (where d.state = 'closed'))::int as closed
    from task_duty d join task t on t.id = d.task_id
    where d.unit_id = ${unitId} and t.state <> 'withdrawn' group by d.light`.execute(db);
  const theirs = await sql<{ n: number }>`
    with ${concerning(unitId)}
    select count(*)::int as n from task_duty d join task t on t.id = d.task_id
    where d.state in ${open} and t.state <> 'withdrawn' and ${owedTo(unitId)}`.execute(db);
  return {
    lights: rows.filter((row) => row.open > 0).map((row) => ({ light: row.light, count: row.open })),
    open: rows.reduce((sum, row) => sum + row.open, 0),
    closed: rows.reduce((sum, row) => sum + row.closed, 0),
    theirs: theirs.rows[0]?.n ?? 0,
  };
}

/** Tasks that a unit keeps, leads or has handed down, each found by itself: no other is looked through. */
const concerning = (unitId: string) => sql`concerning as materialized (
  select t.id from task t where t.unit_id = ${unitId}
  union select l.task_id from task_duty l where l.unit_id = ${unitId} and l.role = 'lead'
    and l.state in ('sent', 'signed', 'handed-back', 'submitted', 'closed')
  union select t.id from task_duty p join task t on t.parent_id = p.task_id and t.parent_duty = p.duty_id
    where p.unit_id = ${unitId})`;

/** Duties of others in those tasks. */
const owedTo = (unitId: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`d.unit_id is distinct from ${unitId} and d.task_id in (select id from concerning)`;

export interface OwedRow {
  readonly taskId: string;
  readonly dutyId: string;
  readonly revision: number;
  readonly title: string;
  readonly unitId: string | null;
  readonly unitName: string;
  readonly leadName: string;
  readonly role: Role;
  readonly state: DutyState;
  readonly part: string | null;
  readonly light: Light;
  readonly reason: KeptReason;
  readonly dueOn: string | null;
  readonly firstDueOn: string | null;
  readonly reportedOn: string | null;
  readonly source: string;
  readonly by: 'own' | 'lead' | 'kept' | 'handed';
}

/** One page of what a unit owes or is owed, what is due first first. */
export async function readOwed(
  db: Db,
  unitId: string,
  asked: {
    readonly side: 'owes' | 'theirs';
    readonly state: 'open' | 'closed';
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ readonly rows: OwedRow[]; readonly total: number }> {
  const whose = asked.side === 'owes' ? sql<SqlBool>`d.unit_id = ${unitId}` : owedTo(unitId);
  const which = asked.state === 'open' ? sql`d.state in ${open}` : sql`d.state = 'closed'`;
  const given = asked.side === 'owes' ? sql`` : sql`with ${concerning(unitId)}`;
  const from = sql`from task_duty d join task t on t.id = d.task_id
    where t.state <> 'withdrawn' and ${which} and ${whose}`;
  const { rows } = await sql<OwedRow>`
    ${given} select d.task_id as "taskId", d.duty_id as "dutyId", t.revision, t.title, d.unit_id as "unitId",
      d.unit_name as "unitName", t.lead_name as "leadName", d.role, d.state, d.part, d.light, d.light_reason as reason,
      d.due_on as "dueOn", d.first_due_on as "firstDueOn", d.reported_on as "reportedOn", t.source_name as source,
      case when d.unit_id = ${unitId} then 'own'
        when exists (select from task_duty p where p.task_id = t.parent_id and p.duty_id = t.parent_duty
          and p.unit_id = ${unitId}) then 'handed'
        when exists (select from task_duty l where l.task_id = t.id and l.unit_id = ${unitId} and l.role = 'lead') then 'lead'
        else 'kept' end as by
    ${from} order by ${asked.state === 'open' ? sql`d.due_on nulls last` : sql`d.closed_on desc nulls last`},
      d.task_id, d.duty_id limit ${asked.limit} offset ${asked.offset}`.execute(db);
  const count = await sql<{ total: number }>`${given} select count(*)::int as total ${from}`.execute(db);
  return { rows, total: count.rows[0]?.total ?? 0 };
}

/** The tasks that can count for the rate of a unit from one day to another. */
export async function readRatedTasks(db: Db, unitId: string, since: string, today: string): Promise<Task[]> {
  const { rows } = await sql<{ content: Task }>`
    select t.content from task t where t.state <> 'planned' and exists (
      select from task_duty d where d.task_id = t.id and d.unit_id = ${unitId} and (
        d.closed_on >= ${since}::date
        or (d.state in ${open} and (d.due_on < ${today}::date or not d.own))))`.execute(db);
  return rows.map(({ content }) => content);
}

export type WaitKind = 'sign' | 'report' | 'letter' | 'returned' | 'dispute' | 'extension' | 'close' | 'help';
export interface WaitRow {
  readonly kind: WaitKind;
  readonly taskId: string;
  readonly title: string;
  readonly words: string;
  readonly dueOn: string | null;
  readonly total: number;
}

const mostOfKind = 5;

/** What waits for a unit: to sign, report and answer; and, of tasks that it keeps, to judge, answer and help. */
export async function readWaits(db: Db, unitId: string): Promise<WaitRow[]> {
  const { rows } = await sql<WaitRow>`
    with own as (select d.*, t.title, t.region_id as kept_in from task_duty d join task t on t.id = d.task_id
        where d.unit_id = ${unitId} and t.state = 'open'),
      kept as (select d.*, t.title from task_duty d join task t on t.id = d.task_id
        where t.unit_id = ${unitId} and t.state = 'open'),
      waits as (
        select 'sign' as kind, task_id, title, coalesce(part, '') as words, due_on from own where state = 'sent'
        union all select 'report', d.task_id, t.title, '', d.due_on from task_duty d join task t on t.id = d.task_id
          where d.unit_id = ${unitId} and t.state = 'open' and ${reportWanted}
        union all select 'letter', task_id, title, letter, letter_by from own where letter is not null
        union all select 'returned', task_id, title, e.reason, due_on from own o cross join lateral (
            select e.body ->> 'reason' as reason, e.kind from task_event e
            where e.task_id = o.task_id and e.duty_id = o.duty_id order by e.no desc limit 1) e
          where o.state = 'signed' and e.kind = 'returned'
        union all select 'dispute', task_id, title, unit_name, due_on from kept where state = 'handed-back'
        union all select 'extension', task_id, title, unit_name, extension_to from kept
          where extension_to is not null and state in ('sent', 'signed', 'handed-back')
        union all select 'close', task_id, title, unit_name, submitted_on from kept where state = 'submitted'
        union all select 'help', task_id, title, unit_name || '：' || help, due_on from kept
          where help is not null and state in ('signed', 'handed-back', 'submitted')),
      numbered as (select *, count(*) over (partition by kind)::int as total,
        row_number() over (partition by kind order by due_on nulls last, task_id) as at from waits)
    select kind, task_id as "taskId", title, coalesce(words, '') as words, due_on as "dueOn", total
    from numbered where at <= ${mostOfKind} order by kind, at`.execute(db);
  return rows;
}
