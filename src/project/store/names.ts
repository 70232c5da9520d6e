import { sql } from 'kysely';
import type { Db } from './db.ts';

/** The name that a region bears today. */
export const regionNameAt = (column: string) => sql<string>`coalesce((select t.name from region_term t
  where t.code = ${sql.ref(column)} order by (t.valid_to is null) desc, t.valid_to desc limit 1), ${sql.ref(column)})`;
export const unitNameAt = (column: string) => sql<string>`(select u.name from unit u where u.id = ${sql.ref(column)})`;
export const chainNameAt = (column: string) =>
  sql<string | null>`(select c.name from chain c where c.id = ${sql.ref(column)})`;

export interface PlacedUnit {
  readonly id: string;
  readonly name: string;
  readonly regionId: string;
}

/** A unit with where it stands today; undefined: there is none, or no longer. */
export async function unitOf(db: Db, id: string): Promise<PlacedUnit | undefined> {
  const { rows } = await sql<PlacedUnit>`select id, name, region_id as "regionId" from unit
    where id = ${id} and (valid_to is null or valid_to > current_date)`.execute(db);
  return rows[0];
}

export async function regionExists(db: Db, code: string): Promise<boolean> {
  const { rows } = await sql`select from region where code = ${code}`.execute(db);
  return rows.length > 0;
}

export async function chainExists(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`select from chain where id = ${id}`.execute(db);
  return rows.length > 0;
}

export async function regionNameOf(db: Db, code: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select t.name from region_term t where t.code = ${code}
    order by (t.valid_to is null) desc, t.valid_to desc limit 1`.execute(db);
  return rows[0]?.name ?? code;
}

/** Names of units and people by `kind:id`; what there is none of is left out. */
export async function partyNames(
  db: Db,
  parties: readonly { readonly kind: 'unit' | 'person'; readonly id: string }[],
): Promise<ReadonlyMap<string, string>> {
  const of = (kind: string) => parties.filter((each) => each.kind === kind).map(({ id }) => id);
  const { rows } = await sql<{ key: string; name: string }>`
    select 'unit:' || id as key, name from unit where id = any (${of('unit')}::text[])
    union all select 'person:' || id, name from person where id = any (${of('person')}::text[])`.execute(db);
  return new Map(rows.map(({ key, name }) => [key, name]));
}

export interface NamedRecord {
  readonly id: string;
  readonly name: string;
  readonly regionId?: string;
}

/** Every unit, region or chain by its id and by its name; null for a name that several bear. */
export async function allNamed(db: Db, kind: 'unit' | 'region' | 'chain'): Promise<Map<string, NamedRecord | null>> {
  const statement = {
    unit: sql<NamedRecord>`select id, name, region_id as "regionId" from unit
      where valid_to is null or valid_to > current_date`,
    chain: sql<NamedRecord>`select id, name from chain where valid_to is null or valid_to > current_date`,
    region: sql<NamedRecord>`select code as id, name from region_term where valid_to is null`,
  }[kind];
  const { rows } = await statement.execute(db);
  const found = new Map<string, NamedRecord | null>();
  for (const row of rows) found.set(row.name, found.has(row.name) ? null : row);
  for (const row of rows) found.set(row.id, row);
  return found;
}

/** The nearest region over two, themselves included; null: none. */
export async function regionOverBoth(db: Db, a: string, b: string): Promise<string | null> {
  const { rows } = await sql<{ code: string }>`
    select x.ancestor as code from region_closure x join region_closure y on y.ancestor = x.ancestor
    where x.descendant = ${a} and y.descendant = ${b}
      and current_date >= x.valid_from and current_date < x.valid_to
      and current_date >= y.valid_from and current_date < y.valid_to
    order by (select count(*) from region_closure z where z.descendant = x.ancestor
      and current_date >= z.valid_from and current_date < z.valid_to) desc, x.ancestor limit 1`.execute(db);
  return rows[0]?.code ?? null;
}

/** A region and those above it today, the nearest first. */
export async function regionsUp(db: Db, code: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select c.ancestor as code from region_closure c
    where c.descendant = ${code} and current_date >= c.valid_from and current_date < c.valid_to
    order by (select count(*) from region_closure z where z.descendant = c.ancestor
      and current_date >= z.valid_from and current_date < z.valid_to) desc`.execute(db);
  return rows.map((row) => row.code);
}
