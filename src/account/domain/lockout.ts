/** How failures of one kind make the next attempt wait. */
export interface Lockout {
  /** Failures that cost nothing. */
  readonly free: number;
  /** Seconds of waiting after the next ones; the last counts for all further. */
  readonly delays: readonly number[];
  /** Seconds after which failures are forgotten. */
  readonly forget: number;
}

/** For one login, known or not: four slips are free, then a minute, doubling up to an hour. */
export const loginLockout: Lockout = {
  free: 4,
  delays: [60, 120, 240, 480, 960, 1800, 3600],
  forget: 24 * 3600,
};

/** For one network address, behind which a whole office may sit: fifty slips, then up to a quarter of an hour. */
export const addressLockout: Lockout = { free: 49, delays: [60, 120, 240, 480, 900], forget: 3600 };

/** Codes of the second factor, for one account: a million codes, so few tries. */
export const codeLockout: Lockout = { free: 4, delays: [60, 300, 900, 3600], forget: 24 * 3600 };

/** Seconds to wait after the given number of failures in a row. */
export function delayAfter({ free, delays }: Lockout, failures: number): number {
  if (failures <= free) return 0;
  return delays[Math.min(failures - free, delays.length) - 1] ?? 0;
}
