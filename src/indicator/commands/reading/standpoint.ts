import { type Actor, covers } from '../../../access/index.ts';
import { lastDay, RefusalError } from '../../../kernel/index.ts';
import { type Axis, type PlaceNode, readAbove, readPlaces, readTop, regionOfUnit } from '../../store/reading/places.ts';
import type { IndicatorDb } from '../../store.ts';

/** Where a table stands. */
export interface Standpoint {
  readonly axis: Axis;
  readonly place: PlaceNode;
  readonly above: readonly { readonly id: string; readonly name: string }[];
}

/** Whether the reader sees regions, or the units below his own. */
export function usualAxis({ reach }: Actor): Axis {
  const isOfUnits = reach.units.size + reach.unitChains.size > 0 && reach.regions.size + reach.chains.size === 0;
  return isOfUnits && !reach.everything ? 'unit' : 'region';
}

/**
 * The place that is asked for, or the reader's own, as it is on the last day of a period. Refuses one that there is not, or that is
 * not in reach, alike: what lies elsewhere is not told to be there.
 */
export async function standAt(
  actor: Actor,
  db: IndicatorDb,
  asked: { readonly axis?: Axis | undefined; readonly place?: string | null | undefined; readonly asOf: string },
): Promise<Standpoint> {
  const axis = asked.axis ?? usualAxis(actor);
  const day = lastDay(asked.asOf);
  const id = asked.place ?? (await ownPlace(actor, db, axis, day));
  const [place] = id === null ? [] : await readPlaces(db, axis, [id], day);
  if (place === undefined || !(await reaches(actor, db, axis, place.id)))
    throw new RefusalError({ code: 'reading-place-missing', field: 'place', given: asked.place ?? null });
  return { axis, place, above: await readAbove(db, axis, place.id, day) };
}

async function ownPlace({ post }: Actor, db: IndicatorDb, axis: Axis, day: string): Promise<string | null> {
  if (axis === 'unit') return post?.unitId ?? null;
  return post === null ? readTop(db, day) : post.scopeRegionId;
}

/** Some chain of it at least. Units of a region are read by those who may see small groups (see 0016-reports.sql). */
async function reaches(actor: Actor, db: IndicatorDb, axis: Axis, id: string): Promise<boolean> {
  const { reach, permissions } = actor;
  if (reach.everything) return true;
  if (axis === 'region') return reach.regions.has(id) || [...reach.chains].some((each) => each.endsWith(`@${id}`));
  if (reach.units.has(id) || [...reach.unitChains].some((each) => each.startsWith(`${id}@`))) return true;
  if (!permissions.has('indicator.detail')) return false;
  const region = await regionOfUnit(db, id);
  return region !== null && reach.regions.has(region);
}

/** Whether a cell is one that the reader's grant holds over; of all chains together when it is narrowed to some: no. */
export function cellReached({ reach, permissions }: Actor, axis: Axis, place: string, chain: string): boolean {
  const chainId = chain === '' || chain === '-' ? null : chain;
  if (axis === 'region') return covers(reach, { regionId: place, unitId: null, chainId });
  return covers(reach, { regionId: null, unitId: place, chainId }) || permissions.has('indicator.detail');
}
