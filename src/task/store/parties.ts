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

/** Those of some regions that are not a region or below it today, also those that there are none of. */
export async function regionsBeyond(db: Db, codes: readonly string[], regionId: string | null): Promise<string[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<{ code: string }>`
    select code from unnest(${[...new Set(codes)]}::text[]) as code where not exists (
      select from region_closure c where c.ancestor = ${regionId} and c.descendant = code
        and current_date >= c.valid_from and current_date < c.valid_to)`.execute(db);
  return rows.map(({ code }) => code);
}

interface Looked {
  /** Only units in this region or below it; null: all. */
  readonly scope: string | null;
  /** Only units below this one in the register, or in a region below its own. */
  readonly below: string | null;
  readonly words: readonly string[];
  readonly most: number;
}

/** Units of today whose name or one of whose other names has all the words, the shortest name first. */
export async function findUnitsBelow(
  db: Db,
  { scope, below, words, most }: Looked,
): Promise<{ id: string; name: string }[]> {
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const { rows } = await sql<{ id: string; name: string }>`
    select u.id, u.name from unit u
    where (u.valid_from is null or u.valid_from <= current_date) and (u.valid_to is null or u.valid_to > current_date)
      and (u.name || ' ' || array_to_string(u.aliases, ' ')) ilike all (${patterns}::text[])
      and (${scope}::text is null or exists (select from region_closure c where c.ancestor = ${scope}
        and c.descendant = u.region_id and current_date >= c.valid_from and current_date < c.valid_to))
      and (${below}::text is null or u.id <> ${below} and (
        exists (select from unit_closure c where c.ancestor = ${below} and c.descendant = u.id)
        or exists (select from unit own join region_closure c on c.ancestor = own.region_id
          where own.id = ${below} and c.descendant = u.region_id and c.descendant <> c.ancestor
            and current_date >= c.valid_from and current_date < c.valid_to)))
    order by length(u.name), u.name, u.id limit ${most}`.execute(db);
  return rows;
}
