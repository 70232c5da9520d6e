import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { ChainContent } from '../domain/index.ts';
import type { ChainTables } from './tables.ts';

type Db = Kysely<ChainTables>;

/** A chain of the register with what is kept of it; revision 0 where nothing is. */
export interface StoredChain {
  readonly id: string;
  readonly name: string;
  readonly regionId: string;
  readonly regionName: string;
  readonly parentId: string | null;
  readonly parentName: string | null;
  /** Its region and those above it, the nearest first. */
  readonly above: readonly string[];
  readonly revision: number;
  readonly content: ChainContent | null;
  readonly unitId: string | null;
  readonly changedAt: string | null;
  readonly changedBy: string | null;
}

const selected = sql`
  select c.id, c.name, c.region_id as "regionId", coalesce(t.name, c.region_id) as "regionName", c.parent as "parentId",
    p.name as "parentName",
    array(select rc.ancestor from region_closure rc
      where rc.descendant = c.region_id and current_date >= rc.valid_from and current_date < rc.valid_to
      order by length(rc.ancestor) desc, rc.ancestor desc) as above,
    coalesce(f.revision, 0) as revision, f.content, f.unit_id as "unitId", f.changed_at as "changedAt",
    f.changed_by as "changedBy"
  from chain c
    left join chain p on p.id = c.parent
    left join chain_file f on f.chain_id = c.id
    left join lateral (select name from region_term rt where rt.code = c.region_id
      order by (rt.valid_to is null) desc, rt.valid_to desc limit 1) t on true`;

/** More than this no register has. */
const mostChains = 5000;

/** Chains in force of some regions and of some ids, by region and name. */
export async function listChains(
  db: Db,
  { regions, ids }: { readonly regions: readonly string[] | null; readonly ids: readonly string[] },
): Promise<StoredChain[]> {
  const here =
    regions === null
      ? sql`true`
      : sql`(c.region_id = any (${[...regions]}::text[]) or c.id = any (${[...ids]}::text[]))`;
  const { rows } = await sql<StoredChain>`${selected}
    where ${here} and (c.valid_to is null or c.valid_to > current_date)
    order by c.region_id, c.parent nulls first, c.name limit ${mostChains}`.execute(db);
  return rows;
}

export async function readChain(db: Db, id: string): Promise<StoredChain | undefined> {
  const { rows } = await sql<StoredChain>`${selected} where c.id = ${id}`.execute(db);
  return rows[0];
}

/** Chains that are parts of a chain. */
export async function partsOfChain(db: Db, id: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from chain where parent = ${id} and (valid_to is null or valid_to > current_date) order by name`.execute(
    db,
  );
  return rows;
}

/** Whether a unit stands in the register, with its name there. */
export async function unitName(db: Db, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select name from unit where id = ${id}`.execute(db);
  return rows[0]?.name;
}

/** Keeps the content if `seen` is still the revision that is kept (0: none); false when it is not. */
export async function saveFile(
  db: Db,
  file: {
    readonly chainId: string;
    readonly seen: number;
    readonly content: ChainContent;
    readonly regionId: string;
    readonly at: string;
    readonly by: string;
  },
): Promise<boolean> {
  const { chainId, seen, content, regionId, at, by } = file;
  const kept = {
    ...{ revision: seen + 1, content: JSON.stringify(content), unit_id: content.leadUnit?.id ?? null },
    ...{ changed_at: at, changed_by: by },
  };
  if (seen === 0) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('chain_file')
      .values({ chain_id: chainId, region_id: regionId, ...kept })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await db
    .updateTable('chain_file')
    .set(kept)
    .where('chain_id', '=', chainId)
    .where('revision', '=', seen)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
