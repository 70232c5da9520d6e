import { covers, type Reach } from '../../access/index.ts';
import type { At } from '../store/db.ts';

/** Whether an enterprise is in reach by its place, or by the park that it lies in. */
export const isReached = (reach: Reach, { parkId, ...place }: At): boolean =>
  covers(reach, place) || (parkId !== null && reach.units.has(parkId));
