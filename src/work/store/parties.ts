import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { NamedParty, Party } from '../domain/index.ts';
import type { WorkTables } from './tables.ts';

/** A unit, post or person of the organisation, with where it belongs. */
export interface FoundParty extends NamedParty {
  /** Tells two of one name apart. */
  readonly detail: string;
  readonly unitId: string;
  readonly regionId: string;
}

/** The parties of a day that the asker may look up, each as `kind, id, name, detail, unitId, regionId, rank`. */
const parties = (day: string) => sql`
  select 'unit' as kind, u.id, u.name, coalesce(t.name, '') as detail, u.id as unit_id, u.region_id, 0 as rank
  from unit u left join region_term t on t.code = u.region_id
    and (t.valid_from is null or t.valid_from <= ${day}::date) and (t.valid_to is null or t.valid_to > ${day}::date)
  where (u.valid_from is null or u.valid_from <= ${day}::date) and (u.valid_to is null or u.valid_to > ${day}::date)
  union all
  select 'post', p.id, u.name || ' ' || p.title || ' ' || h.name, u.name, u.id, u.region_id, 1
  from post p join unit u on u.id = p.unit_id join person h on h.id = p.person_id
  where (p.valid_from is null or p.valid_from <= ${day}::date) and (p.valid_to is null or p.valid_to > ${day}::date)
    and (h.valid_to is null or h.valid_to > ${day}::date)
  union all
  select 'person', h.id, h.name, u.name || ' ' || p.title, u.id, u.region_id, 2
  from person h join post p on p.person_id = h.id and p.main join unit u on u.id = p.unit_id
  where (p.valid_from is null or p.valid_from <= ${day}::date) and (p.valid_to is null or p.valid_to > ${day}::date)
    and (h.valid_to is null or h.valid_to > ${day}::date)`;

interface Row {
  kind: 'unit' | 'post' | 'person';
  id: string;
  name: string;
  detail: string;
  unit_id: string;
  region_id: string;
}
const found = ({ kind, id, name, detail, unit_id, region_id }: Row): FoundParty => ({
  ...{ kind, id, name, detail },
  ...{ unitId: unit_id, regionId: region_id },
});

/** Parties whose name or place has all the words, units first. */
export async function searchParties(
  db: Kysely<WorkTables>,
  words: readonly string[],
  day: string,
  limit: number,
): Promise<FoundParty[]> {
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const { rows } = await sql<Row>`
    select * from (${parties(day)}) as party
    where (name || ' ' || detail) ilike all (${patterns}::text[])
    order by rank, length(name), name, id
    limit ${limit}`.execute(db);
  return rows.map(found);
}

/** Those of these parties that there are on a day, as far as the asker may look them up. */
export async function readParties(
  db: Kysely<WorkTables>,
  wanted: readonly Party[],
  day: string,
): Promise<FoundParty[]> {
  const keys = wanted.map(({ kind, id }) => `${kind}:${id}`);
  const { rows } = await sql<Row>`
    select * from (${parties(day)}) as party where kind || ':' || id = any (${keys}::text[])`.execute(db);
  return rows.map(found);
}

/** Name of a chain of a day; undefined when there is none. */
export async function chainName(db: Kysely<WorkTables>, chainId: string, day: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from chain where id = ${chainId}
      and (valid_from is null or valid_from <= ${day}::date) and (valid_to is null or valid_to > ${day}::date)`.execute(
    db,
  );
  return rows[0]?.name;
}
