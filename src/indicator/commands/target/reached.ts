import { type Actor, covers } from '../../../access/index.ts';
import type { Place } from '../../domain/target/target.ts';

/** A place of targets as the reach of posts has it. */
export const reached = ({ regionId, chainId, unitId }: Place) => ({
  regionId,
  chainId: chainId === '' ? null : chainId,
  unitId: unitId === '' ? null : unitId,
});

/** Whether all of a place is in the actor's reach. */
export const reaches = (actor: Actor, place: Place): boolean => covers(actor.reach, reached(place));

/** Whether he may know what was set there: in his reach, or for his own region and those above it. */
export const sees = (actor: Actor, place: Place, enterpriseId: string): boolean =>
  reaches(actor, place) || (place.unitId === '' && enterpriseId === '' && actor.reach.above.has(place.regionId));
