import { type Fraction, fraction, nearestWhole, times } from '../number/fraction.ts';

/**
 * The compound rate of one year, in parts of `by` (10,000: hundredths of a percent): the n-th root of 1 + `total`, less 1,
 * rounded as people round, exactly: whole numbers are tried, no logarithm is taken. null when 1 + total is below 0.
 */
export function yearlyRate(total: Fraction, years: number, by: number): bigint | null {
  if (!Number.isInteger(years) || years < 1) throw new RangeError(`no span of years: ${years}`);
  const scale = BigInt(by);
  if (years === 1) return nearestWhole(times(total, fraction(scale)));
  const [end, base] = [total.n + total.d, total.d];
  if (end < 0n) return null;
  const power = BigInt(years);
  // x is the rounded root when (2x − 1)ⁿ × base ≤ end × (2 × by)ⁿ < (2x + 1)ⁿ × base.
  const goal = end * (2n * scale) ** power;
  let [low, high] = [0n, scale];
  while ((2n * high + 1n) ** power * base <= goal) high *= 2n;
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if ((2n * middle - 1n) ** power * base <= goal) low = middle;
    else high = middle - 1n;
  }
  return low - scale;
}
