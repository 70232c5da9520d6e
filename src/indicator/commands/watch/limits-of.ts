import { usualLimits, type WarningLimits } from '../../domain/index.ts';
import { nearestLimits, readAllLimits } from '../../store/warnings/index.ts';
import type { IndicatorDb } from '../../store.ts';

export type LimitsOf = (regionId: string) => WarningLimits;

/** What holds in each of some regions: its own limits, those of the nearest one above that has some, those of everywhere. */
export async function limitsFor(db: IndicatorDb, regionIds: readonly string[]): Promise<LimitsOf> {
  const kept = await readAllLimits(db);
  const set = new Map(kept.flatMap(({ regionId, limits }) => (limits === null ? [] : [[regionId, limits] as const])));
  const everywhere = set.get('') ?? usualLimits;
  if (set.size === 0 || (set.size === 1 && set.has(''))) return () => everywhere;
  const nearest = await nearestLimits(db, regionIds);
  return (regionId) => set.get(nearest.get(regionId) ?? '') ?? everywhere;
}
