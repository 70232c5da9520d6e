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

/**
 * The task `t` is kept in reach, by its office or by one of its chains. As whether one of its keepers among the parties is,
 * which a task says of itself: what is over is never looked through for it.
 */
export function keptWithin(reach: Reach): RawBuilder<SqlBool> {
  if (reach.everything) return sql<SqlBool>`true`;
  const byChain = (set: ReadonlySet<string>, key: RawBuilder<string>) =>
    set.size === 0 ? [] : [sql`exists (select from unnest(t.chain_ids) c where ${key} = any (${[...set]}::text[]))`];
  const ways = [
    withinReach(reach, 't'),
    ...byChain(reach.chains, sql<string>`c || '@' || t.region_id`),
    ...byChain(reach.unitChains, sql<string>`t.unit_id || '@' || c`),
  ];
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}
