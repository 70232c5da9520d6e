/** One of things in a row that must keep their distances: where it would like to be, and how much that counts. */
export interface Wish {
  readonly at: number;
  readonly weight: number;
}

/**
 * Places for things in a given order, the sum of weighted squares of what they are moved from their wishes being the least possible;
 * `gaps[i]` is the least distance between i and i + 1. Pools neighbours that violate, which is exact for this task.
 */
export function fitInOrder(
  wishes: readonly Wish[],
  gaps: readonly number[],
  range: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): number[] {
  const shifts: number[] = [];
  let shift = 0;
  for (const [at] of wishes.entries()) {
    if (at > 0) shift += gaps[at - 1] ?? 0;
    shifts.push(shift);
  }
  const pools: { mean: number; weight: number; count: number }[] = [];
  for (const [at, { at: wish, weight }] of wishes.entries()) {
    let pool = { mean: wish - (shifts[at] ?? 0), weight, count: 1 };
    for (let last = pools.at(-1); last !== undefined && last.mean > pool.mean; last = pools.at(-1)) {
      const sum = last.weight + pool.weight;
      pool = {
        mean: (last.mean * last.weight + pool.mean * pool.weight) / sum,
        ...{ weight: sum, count: last.count + pool.count },
      };
      pools.pop();
    }
    pools.push(pool);
  }
  const [least, most] = [range[0], range[1] - shift];
  const places = pools.flatMap(({ mean, count }) =>
    Array.from({ length: count }, () => Math.max(least, Math.min(Math.max(least, most), mean))),
  );
  return places.map((place, at) => place + (shifts[at] ?? 0));
}
