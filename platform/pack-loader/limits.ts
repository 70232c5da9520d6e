/** What a pack file may be at most. Packs are written by people; anything beyond is a mistake or an attack. */
export const packLimits = {
  /** Bytes of one file. */
  bytes: 1_000_000,
  /** Brackets or indents inside one another. */
  depth: 24,
  /** Files below the pack root, and folders inside one another. */
  files: 5_000,
  folders: 4,
} as const;
