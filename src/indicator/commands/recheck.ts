import { nextStale, recount, stalePeriodDone, wrongPeriods } from '../store.ts';
import type { IndicatorDeps } from './deps.ts';

/**
 * One period of those whose sums a change of regions, units or chains may have touched: when they are not what the figures
 * come to any more they are counted anew. Gives 1 while there may be more, 0 when none is left.
 */
export async function recheckStale({ db }: IndicatorDeps): Promise<number> {
  const stale = await nextStale(db);
  if (stale === null) return 0;
  if ((await wrongPeriods(db, [stale.period])).length > 0) await recount(db, [stale.period]);
  await stalePeriodDone(db, stale);
  return 1;
}
