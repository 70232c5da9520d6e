/** The middle one, of an even number the mean of the two in the middle. Throws a RangeError of an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (below === undefined || above === undefined) throw new RangeError('a median of nothing');
  return below + (above - below) / 2;
}

/**
 * Median absolute deviation, times 1.4826, so that it estimates the standard deviation of normal values and half of the
 * values may be anything (Hampel 1974).
 */
export function medianDeviation(values: readonly number[]): number {
  const middle = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)));
}

/**
 * The nearest sequence that never falls, in sum of squares: neighbours that fall are pooled (pool adjacent violators, Ayer
 * et al. 1955).
 */
export function isotonic(values: readonly number[]): number[] {
  const pools: { sum: number; size: number }[] = [];
  for (const value of values) {
    let pool = { sum: value, size: 1 };
    for (
      let last = pools.at(-1);
      last !== undefined && last.sum / last.size > pool.sum / pool.size;
      last = pools.at(-1)
    ) {
      pool = { sum: pool.sum + last.sum, size: pool.size + last.size };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, size }) => Array<number>(size).fill(sum / size));
}
