import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { Place as OwnPlace } from '../../../access/index.ts';
import type { Decisions } from '../../domain/loading/model.ts';
import type { IndicatorTables } from '../tables.ts';

type Db = Kysely<IndicatorTables>;

/** What was decided about an edition, so far or when it was loaded. */
export interface StoredLoading {
  readonly revision: number;
  readonly decisions: Decisions;
  readonly loadedAt: string | null;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
}

/** undefined: nobody has decided anything yet. `locked` holds off others until the transaction ends. */
export async function readLoading(
  db: Db,
  planId: string,
  edition: number,
  how: 'free' | 'locked' = 'free',
): Promise<StoredLoading | undefined> {
  const query = db
    .selectFrom('target_loading')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('edition', '=', edition);
  const row = await (how === 'locked' ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    ...{ revision: row.revision, decisions: row.decisions as Decisions, loadedAt: row.loaded_at, at: row.at },
    by: { id: row.by_id, name: row.by_name },
  };
}

/** The decisions of the last edition before one that was loaded or begun; they hold on as far as keys stay. */
export async function readEarlierDecisions(db: Db, planId: string, edition: number): Promise<Decisions | undefined> {
  const row = await db
    .selectFrom('target_loading')
    .select('decisions')
    .where('plan_id', '=', planId)
    .where('edition', '<', edition)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : (row.decisions as Decisions);
}

export interface LoadingPut {
  readonly planId: string;
  readonly edition: number;
  readonly place: OwnPlace;
  /** The revision that was seen; 0: there was none. */
  readonly seen: number;
  readonly decisions: Decisions;
  readonly loadedAt: string | null;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
}

/** Gives the new revision; null: somebody else was faster. */
export async function putLoading(db: Db, put: LoadingPut): Promise<number | null> {
  const { rows } = await sql<{ revision: number }>`
    insert into target_loading as l (plan_id, edition, region_id, unit_id, chain_id, revision, decisions, loaded_at, at, by_id, by_name)
    values (${put.planId}, ${put.edition}, ${put.place.regionId}, ${put.place.unitId}, ${put.place.chainId}, 1,
      ${JSON.stringify(put.decisions)}, ${put.loadedAt}, ${put.at}, ${put.by.id}, ${put.by.name})
    on conflict (plan_id, edition) do update
      set revision = l.revision + 1, decisions = excluded.decisions, loaded_at = coalesce(excluded.loaded_at, l.loaded_at),
        at = excluded.at, by_id = excluded.by_id, by_name = excluded.by_name
      where l.revision = ${put.seen}
    returning revision`.execute(db);
  const revision = rows[0]?.revision ?? null;
  // A first row where one had been seen: it was taken away meanwhile.
  return revision === 1 && put.seen !== 0 ? null : revision;
}
