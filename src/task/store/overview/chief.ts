import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { Reach } from '../../../access/index.ts';
import type { KeptReason, Light } from '../../domain/index.ts';
import { all, seenBy } from '../list/narrow.ts';
import { keptWithin, troubles } from '../origin/troubles.ts';
import type { TaskTables } from '../tables.ts';

type Db = Kysely<TaskTables>;

/** A duty that a chief should look at, with the sentence of the document behind it. */
export interface NeedRow {
  readonly kind: 'escalated' | 'red' | 'disputed' | 'help' | 'extension';
  readonly taskId: string;
  readonly dutyId: string;
  readonly title: string;
  readonly unitId: string | null;
  readonly unitName: string;
  readonly light: Light;
  readonly reason: KeptReason;
  readonly said: string | null;
  readonly words: string | null;
  readonly planId: string | null;
  readonly edition: number | null;
  readonly itemId: string | null;
  readonly source: string;
  readonly dueOn: string | null;
  readonly chainIds: readonly string[];
  readonly regionId: string;
  readonly total: number;
}

const ofChain = (chainId: string | null) => sql`(${chainId}::text is null or t.chain_ids && array(
  select c.descendant from chain_closure c where c.ancestor = ${chainId}))`;

/** What a chief should look at of the tasks kept in reach: of each kind the first and how many there are. */
export async function readNeeds(
  db: Db,
  asked: { readonly reach: Reach; readonly chainId: string | null; readonly toMe: string; readonly perKind: number },
): Promise<NeedRow[]> {
  const { rows } = await sql<NeedRow>`
    with kept as materialized (
      select t.id from task t where t.state = 'open' and ${keptWithin(asked.reach)} and ${ofChain(asked.chainId)}),
    found as (
      select w.kind, w.words as said, t.id, d.duty_id, d.unit_id, d.unit_name, d.light, d.light_reason, d.due_on
      from kept t join task_duty d on d.task_id = t.id cross join lateral ${troubles} w),
    numbered as (select *, count(*) over (partition by kind)::int as total, row_number() over (partition by kind
        order by (kind = 'escalated' and said like ${`${asked.toMe}%`}) desc, due_on nulls last, id, duty_id) as at from found)
    select n.kind, n.id as "taskId", n.duty_id as "dutyId", t.title, n.unit_id as "unitId", n.unit_name as "unitName",
      n.light, n.light_reason as reason, n.said, t.content ->> 'words' as words, t.plan_id as "planId", t.edition,
      t.item_id as "itemId", t.source_name as source, n.due_on as "dueOn", t.chain_ids as "chainIds",
      t.region_id as "regionId", n.total
    from numbered n join task t on t.id = n.id where n.at <= ${asked.perKind} order by n.kind, n.at`.execute(db);
  return rows;
}

export interface ChainLight {
  readonly chainId: string | null;
  readonly light: Light;
  readonly open: number;
  readonly closed: number;
}

/** How the tasks of each chain stand; null: of those without one. */
export async function readChainLights(
  db: Db,
  { reach, chainId }: { readonly reach: Reach; readonly chainId: string | null },
): Promise<ChainLight[]> {
  const { rows } = await sql<ChainLight>`
    select c.id as "chainId", t.light, (count(*) filter (where t.state = 'open'))::int as open,
      (count(*) filter (where t.state = 'closed'))::int as closed
    from task t cross join lateral (
      select unnest(t.chain_ids) as id union all select null where t.chain_ids = '{}') c
    where t.state in ('open', 'closed') and ${all(seenBy(reach, 't.id'))} and ${keptWithin(reach)} and ${ofChain(chainId)}
    group by c.id, t.light`.execute(db);
  return rows;
}
