import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { IndicatorTables } from '../tables.ts';

type Db = Kysely<IndicatorTables>;

/** Work that a warning asked for. */
export interface WarningWork {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly state: 'open' | 'claimed' | 'done' | 'returned' | 'withdrawn';
  readonly assignee: string;
  readonly assigneeKey: string;
  readonly claimedBy: string | null;
  readonly createdAt: string;
  readonly dueOn: string | null;
  readonly outcome: string | null;
}

/** Work that was given on account of warnings, the latest first. Ask as the system: who is at it is no secret. */
export async function workOf(
  db: Db,
  warningIds: readonly string[],
): Promise<ReadonlyMap<string, readonly WarningWork[]>> {
  const { rows } = await sql<WarningWork & { warningId: string }>`
    select w.id, w.kind, w.title, w.state, w.assignee_name as assignee, w.assignee_key as "assigneeKey",
      w.claimed_by_name as "claimedBy", w.created_at as "createdAt", w.due_on as "dueOn", w.outcome,
      g.warning_id as "warningId"
    from warning_work g join work_item w on w.id = g.item_id
    where g.warning_id = any (${[...warningIds]}::text[])
    order by w.created_at desc, w.id`.execute(db);
  return Map.groupBy(rows, ({ warningId }) => warningId);
}

/** Those of some items that the asker may open. */
export async function seenWork(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select id from work_item where id = any (${[...ids]}::text[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

export async function rememberWork(db: Db, warningId: string, itemIds: readonly string[]): Promise<void> {
  await sql`
    insert into warning_work (warning_id, item_id)
    select ${warningId}, i from unnest(${[...itemIds]}::text[]) i`.execute(db);
}

/** Units above somebody: those that his unit belongs to, and those of the regions above his. */
export async function unitsAbove(
  db: Db,
  { unitId, regionId }: { readonly unitId: string; readonly regionId: string },
): Promise<
  { readonly id: string; readonly name: string; readonly region: string | null; readonly regionId: string }[]
> {
  const { rows } = await sql<{ id: string; name: string; region: string | null; regionId: string }>`
    select u.id, u.name, u.region_id as "regionId", (select t.name from region_term t where t.code = u.region_id
        order by (t.valid_to is null) desc, t.valid_to desc limit 1) as region
    from unit u
    where u.id <> ${unitId} and u.kind in ('government', 'department', 'town', 'park')
      and (u.valid_from is null or u.valid_from <= current_date) and (u.valid_to is null or u.valid_to > current_date)
      and (u.id in (select c.ancestor from unit_closure c where c.descendant = ${unitId})
        or u.region_id in (select c.ancestor from region_closure c
          where c.descendant = ${regionId} and c.ancestor <> ${regionId}
            and current_date >= c.valid_from and current_date < c.valid_to))
    order by (u.id in (select c.ancestor from unit_closure c where c.descendant = ${unitId})) desc,
      length(u.region_id) desc, u.region_id desc, u.name
    limit 200`.execute(db);
  return rows;
}
