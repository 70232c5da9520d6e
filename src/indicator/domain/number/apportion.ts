/**
 * Divides a whole number by weights, exactly: each gets its share rounded down, and what rounding leaves goes one by one to
 * the largest remainders, the earlier first among equals (largest remainder, Hamilton 1792). A total below 0 is divided as
 * its opposite. Throws a RangeError when a weight is below 0 or all are 0.
 */
export function apportion(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.some((weight) => weight < 0n)) throw new RangeError('a weight below 0');
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  if (all === 0n) throw new RangeError('no weight above 0');
  if (total < 0n) return apportion(-total, weights).map((part) => -part);
  const parts = weights.map((weight) => (weight * total) / all);
  const remainders = weights.map((weight) => (weight * total) % all);
  const left = Number(total - parts.reduce((sum, part) => sum + part, 0n));
  const first = remainders
    .map((_, at) => at)
    .toSorted((a, b) => order(remainders[b] ?? 0n, remainders[a] ?? 0n) || a - b);
  for (const at of first.slice(0, left)) parts[at] = (parts[at] ?? 0n) + 1n;
  return parts;
}

const order = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
