import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import { type Place, type Reach, withinReach } from '../../../access/index.ts';
import type { KeptReason, Light, Task, TaskState } from '../../domain/index.ts';
import type { TaskTables } from '../tables.ts';

type Db = Kysely<TaskTables>;

/** A published plan that has tasks, with its latest edition. */
export interface PublishedPlan extends Place {
  readonly planId: string;
  readonly title: string;
  readonly docNumber: string | null;
  readonly edition: number;
  readonly items: number;
}

/** One page of the published plans in reach that have tasks, the latest published first, and how many there are. */
export async function readPublishedPlans(
  db: Db,
  reach: Reach,
  asked: { readonly text: string | null; readonly limit: number; readonly offset: number; readonly most: number },
): Promise<{ readonly plans: PublishedPlan[]; readonly total: number }> {
  const like = asked.text === null ? null : `%${asked.text.replaceAll(/[\\%_]/gu, (mark) => `\\${mark}`)}%`;
  const from = sql`from plan p join plan_version v on v.plan_id = p.id and v.number = p.latest_edition
    where v.tasks > 0 and ${withinReach(reach, 'p')}
      and (${like}::text is null or v.title ilike ${like} or v.doc_number ilike ${like})`;
  const [{ rows }, count] = [
    await sql<PublishedPlan>`
      select p.id as "planId", coalesce(v.title, p.id) as title, v.doc_number as "docNumber", v.number as edition,
        v.tasks as items, p.region_id as "regionId", p.unit_id as "unitId", p.chain_id as "chainId"
      ${from} order by v.published_at desc, p.id limit ${asked.limit} offset ${asked.offset}`.execute(db),
    await sql<{ total: number }>`select count(*)::int as total from (select 1 ${from} limit ${asked.most}) c`.execute(
      db,
    ),
  ];
  return { plans: rows, total: count.rows[0]?.total ?? 0 };
}

/** What became of the items of some plans. */
export interface PlanProgress {
  readonly planId: string;
  readonly made: number;
  readonly sent: number;
  readonly done: number;
  readonly leftOut: number;
  /** The oldest edition that a task stands on and nobody has looked at a later one for. */
  readonly oldest: number | null;
}

export async function readPlanProgress(db: Db, planIds: readonly string[]): Promise<ReadonlyMap<string, PlanProgress>> {
  if (planIds.length === 0) return new Map();
  const { rows } = await sql<PlanProgress>`
    with whole as (select t.plan_id, t.item_id, t.state, greatest(t.edition, coalesce(i.edition, 0)) as seen
        from task t left join task_plan_item i on i.plan_id = t.plan_id and i.item_id = t.item_id
        where t.plan_id = any (${[...planIds]}::text[]) and t.item_id is not null and t.parent_id is null
          and t.occurrence_of is null),
      made as (select plan_id, count(*)::int as made, (count(*) filter (where state <> 'planned'))::int as sent,
          (count(*) filter (where state = 'closed'))::int as done,
          min(seen) filter (where state not in ('withdrawn', 'closed')) as oldest
        from whole group by plan_id),
      out as (select i.plan_id, count(*)::int as n from task_plan_item i
        where i.plan_id = any (${[...planIds]}::text[]) and i.what = 'left-out'
          and not exists (select from whole w where w.plan_id = i.plan_id and w.item_id = i.item_id)
        group by i.plan_id)
    select p.id as "planId", coalesce(m.made, 0) as made, coalesce(m.sent, 0) as sent, coalesce(m.done, 0) as done,
      coalesce(o.n, 0) as "leftOut", m.oldest
    from unnest(${[...planIds]}::text[]) as p(id) left join made m on m.plan_id = p.id left join out o on o.plan_id = p.id`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.planId, row]));
}

/** A task that an item of a plan became. */
export interface MadeTask {
  readonly id: string;
  readonly itemId: string;
  readonly edition: number;
  readonly state: TaskState;
  readonly light: Light;
  readonly reason: KeptReason;
  readonly dueOn: string | null;
  readonly task: Task;
}

export async function readMadeTasks(db: Db, planId: string): Promise<ReadonlyMap<string, MadeTask>> {
  const rows = await db
    .selectFrom('task')
    .select(['id', 'item_id', 'edition', 'state', 'light', 'light_reason', 'due_on', 'content'])
    .where('plan_id', '=', planId)
    .where('item_id', 'is not', null)
    .where('parent_id', 'is', null)
    .where('occurrence_of', 'is', null)
    .execute();
  return new Map(
    rows.map((row) => [
      row.item_id ?? '',
      {
        ...{ id: row.id, itemId: row.item_id ?? '', edition: row.edition ?? 1, state: row.state, light: row.light },
        ...{ reason: row.light_reason, dueOn: row.due_on, task: row.content },
      },
    ]),
  );
}

export async function readMeantNames(db: Db, planId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('task_plan_name')
    .select(['name', 'unit_ids'])
    .where('plan_id', '=', planId)
    .execute();
  return new Map(rows.map(({ name, unit_ids }) => [name, unit_ids]));
}

interface Signed {
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
}

const placeRow = ({ regionId, unitId, chainId }: Place) => ({
  region_id: regionId,
  unit_id: unitId,
  chain_id: chainId,
});

/** Keeps who is meant by a name; null takes it back. */
export async function putMeantName(
  db: Db,
  put: { readonly planId: string; readonly name: string; readonly unitIds: readonly string[] | null } & Signed & {
      readonly place: Place;
    },
): Promise<void> {
  const { planId, name, unitIds, at, by, place } = put;
  if (unitIds === null) {
    await db.deleteFrom('task_plan_name').where('plan_id', '=', planId).where('name', '=', name).execute();
    return;
  }
  const said = { unit_ids: [...unitIds], at, by_id: by.id, by_name: by.name };
  await db
    .insertInto('task_plan_name')
    .values({ plan_id: planId, name, ...said, ...placeRow(place) })
    .onConflict((conflict) => conflict.columns(['plan_id', 'name']).doUpdateSet(said))
    .execute();
}

/** What was decided about an item. */
export interface ItemDecision {
  readonly itemId: string;
  readonly edition: number;
  readonly what: 'left-out' | 'kept' | 'applied';
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

export async function readItemDecisions(db: Db, planId: string): Promise<ReadonlyMap<string, ItemDecision>> {
  const rows = await db.selectFrom('task_plan_item').selectAll().where('plan_id', '=', planId).execute();
  return new Map(
    rows.map((row) => [
      row.item_id,
      {
        ...{ itemId: row.item_id, edition: row.edition, what: row.what, reason: row.reason },
        ...{ at: new Date(row.at).toISOString(), by: row.by_name },
      },
    ]),
  );
}

export async function putItemDecision(
  db: Db,
  put: Omit<ItemDecision, 'by' | 'at'> & { readonly planId: string; readonly place: Place } & Signed,
): Promise<void> {
  const { planId, itemId, edition, what, reason, at, by, place } = put;
  const said = { edition, what, reason, at, by_id: by.id, by_name: by.name };
  await db
    .insertInto('task_plan_item')
    .values({ plan_id: planId, item_id: itemId, ...said, ...placeRow(place) })
    .onConflict((conflict) => conflict.columns(['plan_id', 'item_id']).doUpdateSet(said))
    .execute();
}

export async function dropItemDecision(db: Db, planId: string, itemId: string): Promise<void> {
  await db.deleteFrom('task_plan_item').where('plan_id', '=', planId).where('item_id', '=', itemId).execute();
}

/** Keeps others from making tasks of the same plan until the transaction ends. */
export async function holdPlan(db: Db, planId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('jingwei task plan'), hashtext(${planId}))`.execute(db);
}

/** What is measured, as it is defined today. */
export async function readIndicators(db: Db): Promise<{ readonly id: string; readonly definition: unknown }[]> {
  const { rows } = await sql<{ id: string; definition: unknown }>`
    select id, definition from indicator where valid_to is null or valid_to > current_date order by position, id`.execute(
    db,
  );
  return rows;
}
