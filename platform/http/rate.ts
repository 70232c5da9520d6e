/** How fast somebody may go on, and how much he may do at once. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

export interface RateLimit {
  /** Takes one; gives the whole seconds to wait when there is none left, else 0. */
  readonly take: (key: string, now: number) => number;
}

interface Bucket {
  left: number;
  at: number;
}

const mostBuckets = 20_000;

/**
 * One bucket of tokens for each key, filled up steadily, in this process alone: it keeps the server answering, while what
 * several servers must agree on (failed logins) is counted in the database. `now` is in milliseconds.
 */
export function rateLimit({ perSecond, burst }: Rate): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take: (key, now) => {
      const known = buckets.get(key);
      const left = known === undefined ? burst : Math.min(burst, known.left + ((now - known.at) / 1000) * perSecond);
      // Kept in the order of use, so that the one dropped for room is the longest unused, which is full again by now.
      buckets.delete(key);
      if (buckets.size >= mostBuckets) buckets.delete(buckets.keys().next().value ?? '');
      buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now });
      return left >= 1 ? 0 : Math.ceil((1 - left) / perSecond);
    },
  };
}
