import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Reach, withinReach } from '../../../access/index.ts';

/**
 * Why a duty `d` of an open task `t` should be talked about, a row for each reason: what was brought before a chief,
 * disputed, asked for help, waits for more time, or is overdue. For `cross join lateral`.
 */
export const troubles = sql`(
  select 'disputed' as kind, (select e.body ->> 'reason' from task_event e where e.task_id = t.id
    and e.duty_id = d.duty_id and e.kind = 'handed-back' order by e.no desc limit 1) as words where d.state = 'handed-back'
  union all select 'help', d.help where d.help is not null and d.state in ('signed', 'handed-back', 'submitted')
  union all select 'extension', d.extension_to::text
    where d.extension_to is not null and d.state in ('sent', 'signed', 'handed-back')
  union all select 'escalated', e.body ->> 'to' from (select e.body from task_event e where e.task_id = t.id
    and e.duty_id = d.duty_id and e.kind = 'urged' and e.body ->> 'step' = 'escalate' order by e.no desc limit 1) e
    where d.state in ('sent', 'signed', 'handed-back')
  union all select 'red', null where d.light = 'red' and d.own)`;

/** The task `t` is kept in reach, by its office or by one of its chains. */
export const keptWithin = (reach: Reach): RawBuilder<SqlBool> =>
  reach.everything
    ? sql<SqlBool>`true`
    : sql<SqlBool>`t.id in (select k.task_id from task_party k where k.duty_id = '' and ${withinReach(reach, 'k')})`;
