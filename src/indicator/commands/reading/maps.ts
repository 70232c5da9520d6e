import { checkGeoJson, usualGeoLimits } from '../../../../platform/geo/index.ts';
import { type Actor, covers, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { RegionMapJson } from '../../contract/reading-api.ts';
import { putMap, readMap } from '../../store/reading/maps.ts';
import { readAbove, readBelow, readPlaces } from '../../store/reading/places.ts';
import { type IndicatorDeps, today } from '../deps.ts';

/** What one request brings at most. */
const mostBytes = 3_900_000;

/** The map of a region, or that of the nearest region above that has one. */
export async function readRegionMap(actor: Actor, regionId: string, deps: IndicatorDeps): Promise<RegionMapJson> {
  permit(actor, 'indicator.read');
  const above = await readAbove(deps.db, 'region', regionId, today(deps));
  const found = await readMap(
    deps.db,
    regionId,
    above.map(({ id }) => id),
  );
  if (found === undefined) return { regionId, ofRegion: null, map: null, changedAt: null, changedBy: null };
  const { map, changedAt, changedBy } = found;
  return { ...{ regionId, ofRegion: found.regionId, changedAt, changedBy }, map: map as RegionMapJson['map'] };
}

/**
 * Puts the map of a region in the place of the one before; null takes it away. Refuses what is no map of regions that lie in it,
 * and everything that platform/geo refuses.
 */
export async function putRegionMap(
  actor: Actor,
  regionId: string,
  { geojson, codeProperty }: { readonly geojson: string | null; readonly codeProperty?: string | undefined },
  deps: IndicatorDeps,
): Promise<{ regions: number }> {
  permit(actor, 'indicator.define');
  const day = today(deps);
  const [region] = await readPlaces(deps.db, 'region', [regionId], day);
  if (region === undefined || !covers(actor.reach, { regionId, unitId: null, chainId: null }))
    throw new RefusalError({ code: 'reading-place-missing', field: 'regionId', given: regionId });
  const known = new Set((await readBelow(deps.db, 'region', regionId, day)).map(({ id }) => id));
  const options = {
    ...(codeProperty !== undefined && { codeProperty }),
    limits: { ...usualGeoLimits, bytes: mostBytes },
  };
  const checked = geojson === null ? null : checkGeoJson(geojson, known, options);
  if (checked !== null && !checked.ok) throw new RefusalError(...checked.refusals);
  const map = checked === null ? null : checked.value;
  await recording(deps, actor, async (db, note) => {
    await putMap(db, regionId, map, { id: actor.id, name: actor.name, at: deps.clock.now() });
    note({
      action: 'indicator.put-map',
      record: { kind: 'region', id: regionId, name: region.name },
      place: { regionId, unitId: null, chainId: null },
      changes: [{ field: 'regions', before: null, after: map?.features.length ?? 0 }],
    });
  });
  return { regions: map?.features.length ?? 0 };
}
