import { foldPending } from '../store.ts';
import type { IndicatorDeps } from './deps.ts';
import { recheckStale } from './recheck.ts';

/** One round of keeping the sums, as the system: folds what is pending and counts anew what has become wrong. */
export async function keepTotals(deps: IndicatorDeps): Promise<number> {
  const folded = await foldPending(deps.db);
  return folded > 0 ? folded : recheckStale(deps);
}
