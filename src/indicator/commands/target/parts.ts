import { type Refusal, RefusalError } from '../../../kernel/index.ts';
import type { DraftPartJson } from '../../contract.ts';
import { partKey } from '../../domain/handing/draft.ts';
import {
  type IndicatorDb,
  readHandedBelow,
  readRegionsAbove,
  readRegionsBelowAll,
  readUnitRegions,
  type StoredTarget,
} from '../../store.ts';

/**
 * Refuses, all at once, parts that are not right below the target (`target-part-place`), name a place twice, or name one that
 * has got its part already and is changed by an adjustment only; and parts of what cannot be divided further.
 */
export async function checkParts(
  db: IndicatorDb,
  stored: StoredTarget,
  parts: readonly DraftPartJson[],
): Promise<void> {
  const { place } = stored.target;
  if (stored.enterpriseId !== '' && parts.length > 0)
    throw new RefusalError({ code: 'target-part-place', field: 'parts', given: stored.enterpriseName });
  const below = new Set((await readRegionsBelowAll(db, [place.regionId])).get(place.regionId) ?? []);
  const unitRegions = await readUnitRegions(
    db,
    parts.flatMap(({ unitId }) => (unitId === '' ? [] : [unitId])),
  );
  const above = await readRegionsAbove(db, [
    ...new Set([...unitRegions.values(), ...parts.map(({ regionId }) => regionId)]),
  ]);
  const isWithin = (region: string): boolean =>
    region === place.regionId || (above.get(region) ?? []).includes(place.regionId);
  const issued = new Set(
    (await readHandedBelow(db, [stored.target.id]))
      .filter(({ parentId }) => parentId === stored.target.id)
      .map((each) => partKey({ ...each.target.place, enterpriseId: each.enterpriseId })),
  );
  const isPlace = ({ regionId, unitId, enterpriseId }: DraftPartJson): boolean => {
    if (unitId !== '') {
      const unitRegion = unitRegions.get(unitId);
      if (unitRegion === undefined || unitRegion !== regionId || !isWithin(unitRegion)) return false;
      return unitId !== place.unitId || enterpriseId !== '';
    }
    if (enterpriseId !== '') return isWithin(regionId) && place.unitId === '';
    return place.unitId === '' && below.has(regionId);
  };
  const seen = new Set<string>();
  const refusals = parts.flatMap((part, at): Refusal[] => {
    const key = partKey(part);
    const given = part.enterpriseName || part.enterpriseId || part.unitId || part.regionId;
    const field = `parts.${at}`;
    if (seen.has(key)) return [{ code: 'target-part-twice', field, given }];
    seen.add(key);
    if (!isPlace(part)) return [{ code: 'target-part-place', field, given }];
    return issued.has(key) ? [{ code: 'target-part-issued', field, given }] : [];
  });
  if (refusals.length > 0) throw new RefusalError(...refusals.slice(0, 50));
}
