import { periodsWithSums, recount, wrongPeriods } from '../store.ts';
import type { IndicatorDeps } from './deps.ts';

/** A period whose sums were held against its figures. */
export interface VerifiedPeriod {
  readonly period: string;
  readonly wrong: boolean;
}

/**
 * Holds the sums of periods against what their figures come to, one after the other, as the system; those that are wrong are counted
 * anew with `repair`. Without periods: every one that has figures or sums. `tell` hears of each as it is done.
 */
export async function verifyTotals(
  { db }: Pick<IndicatorDeps, 'db'>,
  { periods, repair }: { readonly periods: readonly string[] | null; readonly repair: boolean },
  tell: (period: string, at: number, of: number) => void = () => undefined,
): Promise<VerifiedPeriod[]> {
  const all = periods ?? (await periodsWithSums(db));
  const found: VerifiedPeriod[] = [];
  for (const [at, period] of all.entries()) {
    tell(period, at + 1, all.length);
    const wrong = (await wrongPeriods(db, [period])).length > 0;
    if (wrong && repair) await recount(db, [period]);
    found.push({ period, wrong });
  }
  return found;
}
