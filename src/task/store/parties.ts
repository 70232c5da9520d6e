import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { TaskTables } from './tables.ts';

type Db = Kysely<TaskTables>;

export interface KnownUnit {
  readonly name: string;
  /** Whether it stands in the region asked about or below it. */
  readonly near: boolean;
}

/** Those of some units that there are, and whether they stand in a region or below it; every one does for null. */
export async function unitsKnown(
  db: Db,
  ids: readonly string[],
  regionId: string | null,
): Promise<ReadonlyMap<string, KnownUnit>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<KnownUnit & { readonly id: string }>`
    select u.id, u.name, ${regionId}::text is null or exists (
      select from region_closure c where c.ancestor = ${regionId} and c.descendant = u.region_id
        and current_date >= c.valid_from and current_date < c.valid_to) as near
    from unit u where u.id = any (${[...new Set(ids)]}::text[])`.execute(db);
  return new Map(rows.map(({ id, name, near }) => [id, { name, near }]));
}

/** Those of some chains that there are, with their names. */
export async function chainsKnown(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from chain where id = any (${[...new Set(ids)]}::text[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
