import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { TaskTables } from './tables.ts';

/** What regions, units and chains are called today. */
export interface PlaceNames {
  readonly region: (code: string) => string;
  readonly unit: (id: string) => string;
  readonly chain: (id: string) => string;
}

interface Asked {
  readonly regions: readonly string[];
  readonly units: readonly (string | null)[];
  readonly chains: readonly string[];
}

/** Names of some places, each asked for once; what has none is called by its code. */
export async function placeNames(db: Kysely<TaskTables>, { regions, units, chains }: Asked): Promise<PlaceNames> {
  const ids = (some: readonly (string | null)[]) => [...new Set(some.filter((id) => id !== null))];
  const { rows } = await sql<{ key: string; name: string }>`
    select 'region ' || r.code as key, (select t.name from region_term t where t.code = r.code
      order by (t.valid_to is null) desc, t.valid_to desc limit 1) as name
    from region r where r.code = any (${ids(regions)}::text[])
    union all select 'chain ' || id, name from chain where id = any (${ids(chains)}::text[])
    union all select 'unit ' || id, name from unit where id = any (${ids(units)}::text[])`.execute(db);
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  const of = (kind: string) => (id: string) => names.get(`${kind} ${id}`) ?? id;
  return { region: of('region'), unit: of('unit'), chain: of('chain') };
}
