import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { WarningLimits } from '../../domain/warning/limits.ts';
import type { IndicatorTables } from '../tables.ts';

type Db = Kysely<IndicatorTables>;

export interface StoredLimits {
  /** '' for everywhere. */
  readonly regionId: string;
  readonly revision: number;
  /** null: taken back. */
  readonly limits: WarningLimits | null;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

/** Limits that were ever set for any region. */
export async function readAllLimits(db: Db): Promise<StoredLimits[]> {
  const rows = await db.selectFrom('watch_limits').selectAll().orderBy('region_id').execute();
  return rows.map(({ region_id: regionId, revision, limits, reason, at, by_name: by }) => ({
    ...{ regionId, revision, reason, at, by },
    limits: limits as WarningLimits | null,
  }));
}

/** Of each region the nearest one, itself or above it, that has limits of its own; a region without one is left out. */
export async function nearestLimits(db: Db, regionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ region: string; nearest: string }>`
    select distinct on (c.descendant) c.descendant as region, c.ancestor as nearest
    from region_closure c join watch_limits l on l.region_id = c.ancestor and l.limits is not null
    where c.descendant = any (${[...regionIds]}::text[]) and current_date >= c.valid_from and current_date < c.valid_to
    order by c.descendant, (
      select count(*) from region_closure u
      where u.descendant = c.ancestor and current_date >= u.valid_from and current_date < u.valid_to) desc`.execute(db);
  return new Map(rows.map(({ region, nearest }) => [region, nearest]));
}

/** Sets the limits of a region at the revision that was seen (0: it had none); false when somebody else was quicker. */
export async function putLimits(
  db: Db,
  { regionId, limits, reason, seen }: Pick<StoredLimits, 'regionId' | 'limits' | 'reason'> & { readonly seen: number },
  by: { readonly id: string; readonly name: string },
  at: string,
): Promise<boolean> {
  const { rows } = await sql`
    insert into watch_limits as l (region_id, revision, limits, reason, at, by_id, by_name)
    select ${regionId}, 1, ${limits === null ? null : JSON.stringify(limits)}::jsonb, ${reason}, ${at}::timestamptz, ${by.id}, ${by.name}
    where ${seen} = 0 or exists (select from watch_limits w where w.region_id = ${regionId})
    on conflict (region_id) do update set revision = l.revision + 1, limits = excluded.limits, reason = excluded.reason,
        at = excluded.at, by_id = excluded.by_id, by_name = excluded.by_name
      where l.revision = ${seen}
    returning 1`.execute(db);
  return rows.length > 0;
}

/** Regions whose limits were changed since a moment; '' for everywhere. */
export async function limitsChangedSince(db: Db, since: string): Promise<string[]> {
  const rows = await db.selectFrom('watch_limits').select('region_id').where('at', '>=', since).execute();
  return rows.map(({ region_id }) => region_id);
}
