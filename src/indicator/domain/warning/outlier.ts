import { type Period, periodOf } from '../../../kernel/index.ts';
import { approximately, type Fraction } from '../number/fraction.ts';
import { median, medianDeviation } from '../number/robust.ts';
import { RATE } from '../target/target.ts';
import type { WarningLimits } from './limits.ts';
import type { Subject, Warning } from './model.ts';

/** One of several that are alike enough to be compared by a rate, such as growth or output per mu. */
export interface Peer {
  readonly subject: Subject;
  /** null: not known; it is no peer then. */
  readonly rate: Fraction | null;
}

/**
 * Peers whose rate lies further from the median than so many median absolute deviations (the modified z-score of Iglewicz
 * and Hoaglin 1993, who say 3.5). When more than half are the same the mean deviation stands in, as they do. Who is far out
 * one month mostly is the next: it is a cause once a year.
 */
export function warnOfOutliers(period: Period, peers: readonly Peer[], { outlier }: WarningLimits): Warning[] {
  const known = peers.flatMap(({ subject, rate }) => (rate === null ? [] : [{ subject, given: approximately(rate) }]));
  if (outlier === null || known.length < outlier.peers) return [];
  const rates = known.map(({ given }) => given);
  const middle = median(rates);
  const spread = outlier.score * (medianDeviation(rates) || meanDeviation(rates, middle));
  const reach = spread === 0 ? 0 : Math.max(spread, (outlier.least ?? 0) / RATE);
  // Everybody alike: there is nothing to stand out from.
  if (reach === 0) return [];
  const [low, high] = [middle - reach, middle + reach];
  return known
    .filter(({ given }) => given < low || given > high)
    .map(({ subject, given }) => ({
      ...{ subject, since: periodOf(period, 'year'), period },
      evidence: { rule: 'outlier', given, median: middle, low, high, peers: known.length },
    }));
}

/** 1.2533 makes of it the standard deviation of normal values. */
const meanDeviation = (values: readonly number[], middle: number): number =>
  (1.2533 * values.reduce((sum, value) => sum + Math.abs(value - middle), 0)) / values.length;
