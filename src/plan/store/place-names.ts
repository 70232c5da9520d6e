import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { PlanTables } from './tables.ts';

/** Columns of a row that say where it belongs. */
interface Placed {
  readonly region_id: string | null;
  readonly unit_id: string | null;
  readonly chain_id: string | null;
}

export interface PlaceNames {
  readonly regionName: string | null;
  readonly unitName: string | null;
  readonly chainName: string | null;
}

/**
 * The names that regions, units and chains of some rows bear today, as a function of a row. Each is looked up once, in one
 * statement: beside every row it would cost more than the page itself.
 */
export async function placeNames(
  db: Kysely<PlanTables>,
  rows: readonly Placed[],
): Promise<(row: Placed) => PlaceNames> {
  const [regions, units, chains] = [idsOf(rows, 'region_id'), idsOf(rows, 'unit_id'), idsOf(rows, 'chain_id')];
  if (regions.length + units.length + chains.length === 0) return () => nameless;
  const found = await sql<{ kind: keyof Placed; id: string; name: string }>`
    select 'region_id' as kind, r.code as id, (select t.name from region_term t where t.code = r.code
      order by (t.valid_to is null) desc, t.valid_to desc limit 1) as name from region r where r.code = any (${regions})
    union all select 'unit_id', id, name from unit where id = any (${units})
    union all select 'chain_id', id, name from chain where id = any (${chains})`.execute(db);
  const names = new Map(found.rows.map(({ kind, id, name }) => [`${kind} ${id}`, name]));
  const nameOf = (row: Placed, kind: keyof Placed): string | null => names.get(`${kind} ${row[kind]}`) ?? null;
  return (row) => ({
    regionName: nameOf(row, 'region_id'),
    unitName: nameOf(row, 'unit_id'),
    chainName: nameOf(row, 'chain_id'),
  });
}

const nameless: PlaceNames = { regionName: null, unitName: null, chainName: null };

const idsOf = (rows: readonly Placed[], kind: keyof Placed): string[] => [
  ...new Set(rows.flatMap((row) => row[kind] ?? [])),
];
