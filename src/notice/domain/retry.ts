/** Waiting times before each further try, in seconds: half a minute at first, eight hours at last. */
const waits = [30, 120, 600, 1800, 3600, 7200, 14_400, 28_800] as const;

/** Tries after which a delivery is given up. */
export const mostTries = waits.length + 1;

/**
 * When to try again, in seconds from now, after `tries` failed ones; null: never, it is given up. `share` (0 ≤ share <
 * 1) spreads the tries of many that failed together over half of the waiting time.
 */
export function waitBefore(tries: number, share: number): number | null {
  const wait = waits[tries - 1];
  return wait === undefined ? null : Math.round(wait * (0.75 + share / 2));
}
