import { type Insertable, type Selectable, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { Doer, NamedParty, WorkItem, WorkOrigin, WorkStep } from '../domain/index.ts';
import type { WorkItemTable, WorkTables } from './tables.ts';

export interface StoredStep {
  readonly step: WorkStep;
  readonly by: Doer;
  readonly at: string;
  readonly note: string | null;
}

const doer = (id: string, name: string, post: string | null): Doer => ({ id, name, post });

/** A row of the table as the domain's value. */
export const itemOf = (row: Selectable<WorkItemTable>): WorkItem => ({
  id: row.id,
  revision: row.revision,
  kind: row.kind,
  title: row.title,
  detail: row.detail,
  importance: row.importance,
  link: row.link,
  origin:
    row.origin_slice === null || row.origin_kind === null || row.origin_id === null
      ? null
      : { slice: row.origin_slice, kind: row.origin_kind, id: row.origin_id },
  basis: row.basis,
  place: { regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id },
  assignee: { kind: row.assignee_kind, id: row.assignee_id, name: row.assignee_name },
  createdBy: doer(row.created_by_id, row.created_by_name, row.created_by_title),
  createdAt: row.created_at,
  dueOn: row.due_on,
  state: row.state,
  claimedBy:
    row.claimed_by_id === null ? null : doer(row.claimed_by_id, row.claimed_by_name ?? '', row.claimed_by_title),
  closedAt: row.closed_at,
  outcome: row.outcome,
});

const rowOf = (item: WorkItem): Insertable<WorkItemTable> => ({
  id: item.id,
  revision: item.revision,
  kind: item.kind,
  title: item.title,
  detail: item.detail,
  importance: item.importance,
  link: item.link,
  origin_slice: item.origin?.slice ?? null,
  origin_kind: item.origin?.kind ?? null,
  origin_id: item.origin?.id ?? null,
  basis: item.basis,
  region_id: item.place.regionId,
  unit_id: item.place.unitId,
  chain_id: item.place.chainId,
  assignee_kind: item.assignee.kind,
  assignee_id: item.assignee.id,
  assignee_name: item.assignee.name,
  created_by_id: item.createdBy.id,
  created_by_name: item.createdBy.name,
  created_by_title: item.createdBy.post,
  created_at: item.createdAt,
  due_on: item.dueOn,
  state: item.state,
  claimed_by_id: item.claimedBy?.id ?? null,
  claimed_by_name: item.claimedBy?.name ?? null,
  claimed_by_title: item.claimedBy?.post ?? null,
  closed_at: item.closedAt,
  outcome: item.outcome,
});

/** An item that is in sight; `locked` keeps it from others until the transaction ends. */
export async function readItem(
  db: Kysely<WorkTables>,
  id: string,
  how: 'free' | 'locked' = 'free',
): Promise<WorkItem | undefined> {
  const query = db.selectFrom('work_item').selectAll().where('id', '=', id);
  const row = await (how === 'locked' ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? undefined : itemOf(row);
}

/** False, and nothing is written, when the same record already asks the same of the same party. */
export async function insertItem(
  db: Kysely<WorkTables>,
  item: WorkItem,
  copies: readonly NamedParty[],
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('work_item')
    .values(rowOf(item))
    // Without naming the index: whoever asks may not see the item that is there.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return false;
  if (copies.length > 0)
    await db
      .insertInto('work_copy')
      .values(
        copies.map(({ kind, id, name }) => ({ item_id: item.id, party_kind: kind, party_id: id, party_name: name })),
      )
      .execute();
  return true;
}

/** Many at once, each with its first step; gives the ids of those that nobody had asked for. Only for who sees all of them. */
export async function insertItems(db: Kysely<WorkTables>, items: readonly WorkItem[]): Promise<ReadonlySet<string>> {
  const added = new Set<string>();
  for (let from = 0; from < items.length; from += atOnce) {
    const some = items.slice(from, from + atOnce);
    const rows = await db
      .insertInto('work_item')
      .values(some.map(rowOf))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    for (const { id } of rows) added.add(id);
    await sql`
      insert into work_step (item_id, number, step, at, by_id, by_name, by_title, note)
      select id, 1, 'open', created_at, created_by_id, created_by_name, created_by_title, null
      from work_item where id = any (${rows.map(({ id }) => id)}::text[])`.execute(db);
  }
  return added;
}

/** Rows of one statement, whose values are counted in sixteen bits. */
const atOnce = 500;

export async function updateItem(db: Kysely<WorkTables>, item: WorkItem): Promise<void> {
  const { id, ...fields } = rowOf(item);
  await db.updateTable('work_item').set(fields).where('id', '=', id).execute();
}

export async function insertStep(
  db: Kysely<WorkTables>,
  itemId: string,
  { step, by, at, note }: StoredStep,
): Promise<void> {
  await sql`
    insert into work_step (item_id, number, step, at, by_id, by_name, by_title, note)
    select ${itemId}, coalesce(max(number), 0) + 1, ${step}, ${at}::timestamptz, ${by.id}, ${by.name}, ${by.post}, ${note}
    from work_step where item_id = ${itemId}`.execute(db);
}

export async function readSteps(db: Kysely<WorkTables>, itemId: string): Promise<StoredStep[]> {
  const rows = await db.selectFrom('work_step').selectAll().where('item_id', '=', itemId).orderBy('number').execute();
  return rows.map(({ step, at, note, by_id, by_name, by_title }) => ({
    ...{ step, at, note },
    by: doer(by_id, by_name, by_title),
  }));
}

export async function readCopies(db: Kysely<WorkTables>, itemId: string): Promise<NamedParty[]> {
  const rows = await db
    .selectFrom('work_copy')
    .select(['party_kind', 'party_id', 'party_name'])
    .where('item_id', '=', itemId)
    .orderBy('party_name')
    .execute();
  return rows.map(({ party_kind, party_id, party_name }) => ({ kind: party_kind, id: party_id, name: party_name }));
}

/** Whether one of these parties gets a copy. */
export async function isCopied(db: Kysely<WorkTables>, itemId: string, keys: readonly string[]): Promise<boolean> {
  const query = db.selectFrom('work_copy').select('item_id').where('item_id', '=', itemId);
  return (await query.where('party_key', 'in', keys).executeTakeFirst()) !== undefined;
}

/** What a record has asked for and is done with. */
export interface Closing {
  /** Null: whatever it has asked for. */
  readonly kinds: readonly string[] | null;
  readonly at: string;
  readonly by: Doer;
  readonly outcome: string;
  readonly state: 'done' | 'withdrawn';
}

/** Closes the open items of some records, also those that whoever asks may not see. Gives their ids. */
export async function closeItems(
  db: Kysely<WorkTables>,
  origins: readonly WorkOrigin[],
  { kinds, at, by, outcome, state }: Closing,
): Promise<string[]> {
  if (origins.length === 0) return [];
  const each = (of: keyof WorkOrigin) => sql`${origins.map((origin) => origin[of])}::text[]`;
  const { rows } = await sql<{ id: string }>`
    select closed.id from unnest(${each('slice')}, ${each('kind')}, ${each('id')}) o (slice, kind, id)
      cross join lateral jw_close_work(o.slice, o.kind, o.id, ${kinds === null ? null : [...kinds]}::text[],
        ${at}::timestamptz, ${by.id}, ${by.name}, ${by.post}, ${outcome}, ${state}) closed`.execute(db);
  return rows.map((row) => row.id);
}
