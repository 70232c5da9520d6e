import { compared, type Exact, exact, minus } from '../exact/exact.ts';
import type { Level, LevelScheme } from '../model/index.ts';

/** Where a score stands among the levels; `level` null: under the lowest border. */
export interface Standing {
  readonly scheme: LevelScheme;
  readonly level: Level | null;
  readonly next: Level | null;
  /** To the border of the next level; null: there is none. */
  readonly gap: Exact | null;
}

/** A border belongs to the level above it. */
export function levelOf(scheme: LevelScheme, total: Exact): Standing {
  const reached = scheme.levels.filter(({ border }) => compared(total, exact(border)) >= 0);
  const next = scheme.levels[reached.length] ?? null;
  return { scheme, level: reached.at(-1) ?? null, next, gap: next === null ? null : minus(exact(next.border), total) };
}
