import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { TaskTables } from '../tables.ts';

export interface Chief {
  readonly postId: string;
  /** Person, unit and title. */
  readonly name: string;
}

/**
 * Posts before which a task may be brought: those that instruct and do not dispatch themselves, over the region of the task and
 * over one of its chains or all; those of its chains first, then the nearest. As the system: chiefs are nobody's secret.
 */
export async function chiefsFor(
  db: Kysely<TaskTables>,
  { regionId, chains }: { readonly regionId: string; readonly chains: readonly string[] },
  day: string,
): Promise<Chief[]> {
  const { rows } = await sql<Chief>`
    select p.id as "postId", h.name || '（' || u.name || p.title || '）' as name
    from post_grant g join access_role r on r.id = g.role_id join post p on p.id = g.post_id
      join person h on h.id = p.person_id join unit u on u.id = p.unit_id
      join region_closure c on c.ancestor = g.region_id and c.descendant = ${regionId}
        and current_date >= c.valid_from and current_date < c.valid_to
    where g.state = 'granted' and r.scope_kind = 'region'
      and 'task.instruct' = any (r.permissions) and not 'task.dispatch' = any (r.permissions)
      and (g.chains = '{}' or exists (
        select from chain_closure l where l.ancestor = any (g.chains) and l.descendant = any (${[...chains]}::text[])))
      and (p.valid_from is null or p.valid_from <= ${day}::date) and (p.valid_to is null or p.valid_to > ${day}::date)
      and (h.valid_to is null or h.valid_to > ${day}::date)
    order by (g.chains = '{}'), (
      select count(*) from region_closure a where a.descendant = g.region_id
        and current_date >= a.valid_from and current_date < a.valid_to) desc, name, p.id
    limit 100`.execute(db);
  return rows;
}
