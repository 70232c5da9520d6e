import type { Period } from '../../../kernel/index.ts';
import { type Fraction, fraction } from '../number/fraction.ts';
import { isWhole, lacking, type Reading } from './reading.ts';

/** A ratio of two sums over the same months. */
export interface RatioReading {
  readonly above: Reading;
  readonly below: Reading;
  /** Exact; null when it cannot be told. */
  readonly value: Fraction | null;
  /** Why it cannot be told; null when it can. */
  readonly why:
    | { readonly code: 'divisor-zero' }
    /** Of one of the two a month is known that the other lacks: their quotient would be of unlike things. */
    | { readonly code: 'months-differ'; readonly above: readonly Period[]; readonly below: readonly Period[] }
    | { readonly code: 'not-known' }
    | null;
}

/**
 * `times` × above ÷ below, for figures with `decimals` behind the point above and below the line. Both must take in the
 * same months; months that neither has may be lacking.
 */
export function ratioOf(
  above: Reading,
  below: Reading,
  {
    times,
    decimals,
  }: { readonly times: number; readonly decimals: { readonly above: number; readonly below: number } },
): RatioReading {
  const no = (why: RatioReading['why']): RatioReading => ({ above, below, value: null, why });
  if (above.value === null || below.value === null) return no({ code: 'not-known' });
  const [a, b] = [lacking(above), lacking(below)];
  if (a.join() !== b.join()) return no({ code: 'months-differ', above: a, below: b });
  if (below.value === 0n) return no({ code: 'divisor-zero' });
  const up = above.value * BigInt(times) * 10n ** BigInt(decimals.below);
  return { above, below, value: fraction(up, below.value * 10n ** BigInt(decimals.above)), why: null };
}

/** Whether both take in everything that was asked for. */
export const isWholeRatio = ({ above, below, value }: RatioReading): boolean =>
  value !== null && isWhole(above) && isWhole(below);
