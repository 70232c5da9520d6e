import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { IndicatorTables } from './tables.ts';

/** A period whose sums may be wrong, and the change that may have made them so. */
export interface StalePeriod {
  readonly period: string;
  readonly noted: string;
}

/** The next period to look at, as the system; null when none is left. */
export async function nextStale(db: Kysely<IndicatorTables>): Promise<StalePeriod | null> {
  const row = await db
    .selectFrom('rollup_stale')
    .select(['period', 'noted'])
    .orderBy('period', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { period: row.period, noted: String(row.noted) };
}

/** It was looked at; what a later change noted stays. */
export async function stalePeriodDone(db: Kysely<IndicatorTables>, { period, noted }: StalePeriod): Promise<void> {
  await db.deleteFrom('rollup_stale').where('period', '=', period).where('noted', '=', noted).execute();
}

/** Every period of which there are figures or sums, the newest first. */
export async function periodsWithSums(db: Kysely<IndicatorTables>): Promise<string[]> {
  const { rows } = await sql<{ period: string }>`
    with recursive p as (
      (select period from observation order by period limit 1)
      union all
      select (select o.period from observation o where o.period > p.period order by o.period limit 1) from p
      where p.period is not null)
    select period from p where period is not null
    union select distinct period from rollup_cell
    union select distinct period from rollup_pending order by 1 desc`.execute(db);
  return rows.map(({ period }) => period);
}

/** How many differences are not folded yet, and how many periods wait to be looked at. */
export async function rollupBacklog(db: Kysely<IndicatorTables>): Promise<{ pending: number; stale: number }> {
  const { rows } = await sql<{ pending: number; stale: number }>`
    select (select count(*) from rollup_pending) as pending, (select count(*) from rollup_stale) as stale`.execute(db);
  return rows[0] ?? { pending: 0, stale: 0 };
}
