import type { Target } from '../target/target.ts';

type Subject = Pick<Target, 'id' | 'indicatorId' | 'place' | 'period' | 'mode'>;

/**
 * Whose part each target is: of the same figure for the nearest region above. A plan that names a district and its towns has
 * handed down by itself. `above` gives the regions over one, the nearest first. By id; a target at the top is not in it.
 */
export function partsOfWholes(
  targets: readonly Subject[],
  above: (regionId: string) => readonly string[],
): Map<string, string> {
  const key = ({ indicatorId, place, period, mode }: Subject, regionId: string): string =>
    JSON.stringify([indicatorId, regionId, place.chainId, place.unitId, period, mode]);
  const bySubject = new Map(targets.map((each) => [key(each, each.place.regionId), each.id]));
  return new Map(
    targets.flatMap((each) => {
      const parent = above(each.place.regionId)
        .map((region) => bySubject.get(key(each, region)))
        .find((id) => id !== undefined && id !== each.id);
      return parent === undefined ? [] : [[each.id, parent] as const];
    }),
  );
}
