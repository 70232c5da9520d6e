import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Names that units, regions and chains bear today, by id; what there is none of is left out. */
export interface Names {
  readonly unit: ReadonlyMap<string, string>;
  readonly region: ReadonlyMap<string, string>;
  readonly chain: ReadonlyMap<string, string>;
}

export async function namesOf(
  db: Db,
  ids: {
    readonly units?: readonly (string | null)[];
    readonly regions?: readonly (string | null)[];
    readonly chains?: readonly (string | null)[];
  },
): Promise<Names> {
  const known = (some: readonly (string | null)[] = []) => [...new Set(some.filter((id) => id !== null && id !== ''))];
  const { rows } = await sql<{ kind: keyof Names; id: string; name: string }>`
    select 'region' as kind, r.code as id, (select t.name from region_term t where t.code = r.code
      order by (t.valid_to is null) desc, t.valid_to desc limit 1) as name
      from region r where r.code = any (${known(ids.regions)}::text[])
    union all select 'unit', id, name from unit where id = any (${known(ids.units)}::text[])
    union all select 'chain', id, name from chain where id = any (${known(ids.chains)}::text[])`.execute(db);
  const of = (kind: keyof Names) =>
    new Map(rows.filter((row) => row.kind === kind && row.name !== null).map(({ id, name }) => [id, name]));
  return { unit: of('unit'), region: of('region'), chain: of('chain') };
}

export interface UnitPlace {
  readonly id: string;
  readonly name: string;
  readonly regionId: string;
  readonly regionName: string;
}

/** Units with where they stand today; unknown ids are left out. */
export async function unitsOf(db: Db, ids: readonly string[]): Promise<Map<string, UnitPlace>> {
  const { rows } = await sql<UnitPlace>`
    select u.id, u.name, u.region_id as "regionId", coalesce((select t.name from region_term t where t.code = u.region_id
      order by (t.valid_to is null) desc, t.valid_to desc limit 1), u.region_id) as "regionName"
    from unit u where u.id = any (${[...ids]}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly regionId?: string;
}

/** Every unit by its id and by its name; null for a name that several bear. */
export async function allUnits(db: Db): Promise<Map<string, NamedPlace | null>> {
  const { rows } = await sql<NamedPlace>`
    select id, name, region_id as "regionId" from unit where valid_to is null or valid_to > current_date`.execute(db);
  return byIdAndName(rows);
}

/** The same of chains. */
export async function allChains(db: Db): Promise<Map<string, NamedPlace | null>> {
  const { rows } = await sql<NamedPlace>`
    select id, name from chain where valid_to is null or valid_to > current_date`.execute(db);
  return byIdAndName(rows);
}

function byIdAndName(rows: readonly NamedPlace[]): Map<string, NamedPlace | null> {
  const found = new Map<string, NamedPlace | null>();
  for (const row of rows) found.set(row.name, found.has(row.name) ? null : row);
  for (const row of rows) found.set(row.id, row);
  return found;
}
