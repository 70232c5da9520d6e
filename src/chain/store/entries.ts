import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { ChainTables } from './tables.ts';

type Db = Kysely<ChainTables>;

/** One line of a list that people write. */
export interface StoredEntry {
  readonly id: string;
  readonly revision: number;
  readonly listId: string;
  readonly name: string;
  readonly words: string;
  readonly owner: string;
  readonly dueOn: string | null;
  readonly settledOn: string | null;
  readonly changedAt: string;
  readonly changedBy: string;
}

const columns = sql`id, revision, list_id as "listId", name, words, owner, due_on::text as "dueOn",
  settled_on::text as "settledOn", changed_at as "changedAt", changed_by as "changedBy"`;

/** Lines that one list may have. */
export const mostEntries = 2000;

/** A list: what is open by its day, then what is settled. */
export async function entriesOf(db: Db, chainId: string, listId: string): Promise<StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select ${columns} from chain_entry where chain_id = ${chainId} and list_id = ${listId}
    order by settled_on nulls first, due_on nulls last, name, id limit ${mostEntries}`.execute(db);
  return rows;
}

/** How many lines each list has, and how many are open. */
export async function countEntries(
  db: Db,
  chainId: string,
): Promise<ReadonlyMap<string, { readonly count: number; readonly open: number }>> {
  const { rows } = await sql<{ listId: string; count: number; open: number }>`
    select list_id as "listId", count(*)::integer as count, count(*) filter (where settled_on is null)::integer as open
    from chain_entry where chain_id = ${chainId} group by list_id`.execute(db);
  return new Map(rows.map(({ listId, ...counted }) => [listId, counted]));
}

export async function lockStoredEntry(db: Db, chainId: string, id: string): Promise<StoredEntry | undefined> {
  const { rows } = await sql<StoredEntry>`
    select ${columns} from chain_entry where id = ${id} and chain_id = ${chainId} for update`.execute(db);
  return rows[0];
}

type Kept = StoredEntry & { readonly chainId: string; readonly regionId: string; readonly unitId: string | null };

/** Adds a line, or keeps its next revision. */
export async function putEntry(db: Db, entry: Kept): Promise<void> {
  const kept = {
    ...{ revision: entry.revision, name: entry.name, words: entry.words, owner: entry.owner, due_on: entry.dueOn },
    ...{ settled_on: entry.settledOn, changed_at: entry.changedAt, changed_by: entry.changedBy },
  };
  const place = { chain_id: entry.chainId, list_id: entry.listId, region_id: entry.regionId, unit_id: entry.unitId };
  await db
    .insertInto('chain_entry')
    .values({ id: entry.id, ...place, ...kept })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(kept))
    .execute();
}
