const MB = 1024 * 1024;

/** Limits of a template, far above any that an office makes and far below what would hold the thread. */
export const templateLimits = {
  bytes: 10 * MB,
  /** All its parts together, unpacked. */
  unpacked: 60 * MB,
  elements: 400_000,
  /** Blocks that one filled document takes in. */
  blocks: 2_000,
  /** Entries of all lists together. */
  entries: 50_000,
} as const;
