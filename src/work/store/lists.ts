import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../platform/db/list-sql.ts';
import type { ExportRequest, ListRequest } from '../../../platform/http/list-request.ts';
import { type Reach, withinReach } from '../../access/index.ts';
import type { WorkItem } from '../domain/index.ts';
import { itemOf } from './item.ts';
import type { WorkTables } from './tables.ts';

/** Who asks, as the lists need it. */
export interface Asker {
  readonly id: string;
  /** Keys of the person, his post and its unit. */
  readonly own: readonly string[];
  /** Keys of the permissions that his post holds. */
  readonly holding: readonly string[];
  readonly reach: Reach;
  /** Whether his post holds work.assign. */
  readonly assigns: boolean;
}

export type Box = 'todo' | 'done' | 'given' | 'copied' | 'scope';
export interface Boxed {
  readonly box: Box;
  /** Only what is due on one of these days. */
  readonly due?: { readonly from: string | null; readonly to: string } | undefined;
}

const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date::text`;

const fields: ListedFields = {
  title: { at: sql.ref('title') },
  kind: { at: sql.ref('kind') },
  state: { at: sql.ref('state') },
  importance: { at: sql.ref('importance') },
  dueOn: { at: sql.ref('due_on'), nullable: true },
  assignee: { at: sql.ref('assignee_name') },
  createdBy: { at: sql.ref('created_by_name') },
  createdAt: { at: day('created_at') },
  closedAt: { at: day('closed_at'), nullable: true },
};
const searched = [sql.ref('title'), sql.ref('detail'), sql.ref('assignee_name'), sql.ref('created_by_name')];

/** What is for the asker to do: given to him, his post or its unit, or to holders over a place in his reach. */
const forMe = ({ own, holding, reach }: Asker): RawBuilder<SqlBool> =>
  holding.length === 0
    ? sql<SqlBool>`assignee_key = any (${[...own]}::text[])`
    : sql<SqlBool>`(assignee_key = any (${[...own]}::text[])
        or assignee_key = any (${[...holding]}::text[]) and ${withinReach(reach, 'work_item')})`;

/** An item that a colleague has taken is his. */
const mineToDo = (asker: Asker): RawBuilder<SqlBool> =>
  sql<SqlBool>`(state = 'open' or state = 'claimed' and claimed_by_id = ${asker.id}) and ${forMe(asker)}`;

const copied = ({ own }: Asker): RawBuilder<SqlBool> =>
  // An array, so that the few items are looked up one by one and not all of them compared.
  sql<SqlBool>`id = any (array(select item_id from work_copy where party_key = any (${[...own]}::text[])))`;

/** What lies in reach; where only chains do, their items are looked for first. */
function overseen(reach: Reach): RawBuilder<SqlBool> {
  const within = withinReach(reach, 'work_item');
  if (reach.everything || reach.regions.size + reach.units.size > 0) return within;
  const chains = new Set([
    ...[...reach.chains].map((key) => key.slice(0, key.indexOf('@'))),
    ...[...reach.unitChains].map((key) => key.slice(key.indexOf('@') + 1)),
  ]);
  return sql<SqlBool>`(chain_id = any (${[...chains]}::text[]) and ${within})`;
}

function inBox(asker: Asker, box: Box): RawBuilder<SqlBool> {
  switch (box) {
    case 'todo':
      return mineToDo(asker);
    case 'done':
      return sql<SqlBool>`state in ('done', 'returned') and ${forMe(asker)}`;
    case 'given':
      return sql<SqlBool>`created_by_id = ${asker.id}`;
    case 'copied':
      return copied(asker);
    case 'scope':
      return asker.assigns ? overseen(asker.reach) : sql<SqlBool>`false`;
  }
}

/** The order in which each box is read: what is due first, or what came last. */
const usualOrder = (box: Box): RawBuilder<unknown> =>
  box === 'todo'
    ? sql`due_on, created_at desc, id`
    : box === 'done'
      ? sql`closed_at desc, id`
      : sql`created_at desc, id`;

function boxed(
  db: Kysely<WorkTables>,
  asker: Asker,
  { box, due }: Boxed,
  request: Pick<ListRequest, 'words' | 'filter'>,
) {
  return db
    .selectFrom('work_item')
    .where(inBox(asker, box))
    .where(matches(request, fields, searched))
    .$if(due !== undefined, (query) =>
      query
        .where('due_on', '<=', due!.to)
        .where('state', 'in', ['open', 'claimed'])
        .$if(due!.from !== null, (inner) => inner.where('due_on', '>=', due!.from)),
    );
}

export interface ItemRows {
  readonly rows: readonly WorkItem[];
  readonly total: number;
  readonly capped: boolean;
}

/** One page of a box. */
export async function listItems(
  db: Kysely<WorkTables>,
  asker: Asker,
  which: Boxed,
  request: ListRequest,
): Promise<ItemRows> {
  const found = boxed(db, asker, which, request);
  const counted = await cappedCount(db, found);
  const rows = await found
    .selectAll()
    .orderBy(request.sort.length === 0 ? usualOrder(which.box) : orderOf(request.sort, fields, sql`id`))
    .limit(request.pageSize)
    .offset(request.offset)
    .execute();
  return { rows: rows.map(itemOf), ...counted };
}

/** Ids of all that an export of a box has, in order; only the ticked ones when there are any, without those left out. */
export async function listIds(
  db: Kysely<WorkTables>,
  asker: Asker,
  which: Boxed,
  request: Pick<ListRequest, 'words' | 'filter' | 'sort'>,
  { ids: ticked, except }: Pick<ExportRequest, 'ids' | 'except'>,
  most: number,
): Promise<string[]> {
  const rows = await boxed(db, asker, which, request)
    .select('id')
    .$if(ticked !== null, (query) => query.where('id', '=', sql<string>`any (${[...(ticked ?? [])]}::text[])`))
    .$if(except.length > 0, (query) => query.where('id', 'not in', except))
    .orderBy(request.sort.length === 0 ? usualOrder(which.box) : orderOf(request.sort, fields, sql`id`))
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** Some items of a box by their ids. */
export async function readItems(
  db: Kysely<WorkTables>,
  asker: Asker,
  box: Box,
  ids: readonly string[],
): Promise<WorkItem[]> {
  const query = db.selectFrom('work_item').selectAll().where('id', 'in', ids).where(inBox(asker, box));
  return (await query.execute()).map(itemOf);
}

export interface Counts {
  readonly todo: number;
  readonly overdue: number;
  readonly dueThisWeek: number;
  readonly given: number;
  readonly returned: number;
  readonly copied: number;
}

/** Figures for the first page: open items of each box. */
export async function countBoxes(
  db: Kysely<WorkTables>,
  asker: Asker,
  { today, from, to }: { today: string; from: string; to: string },
): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select t.todo, t.overdue, t."dueThisWeek", g.given, g.returned, c.copied
    from (select count(*) as todo, count(*) filter (where due_on < ${today}) as overdue,
            count(*) filter (where due_on between ${from} and ${to}) as "dueThisWeek"
          from (select due_on from work_item where ${mineToDo(asker)} limit 9999) as mine) as t,
      (select count(*) filter (where state in ('open', 'claimed')) as given,
          count(*) filter (where state = 'returned') as returned
        from (select state from work_item where created_by_id = ${asker.id} and state in ('open', 'claimed', 'returned')
          limit 9999) as mine) as g,
      (select count(*) as copied
        from (select from work_item where state in ('open', 'claimed') and ${copied(asker)} limit 9999) as mine) as c`.execute(
    db,
  );
  return rows[0]!;
}
