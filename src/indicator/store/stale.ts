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
