import type { Actor } from '../../../access/index.ts';
import type { AuditNote } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { cycleName } from '../../domain/index.ts';
import { readCycle, type StoredCycle } from '../../store/dispatch/cycles.ts';
import type { TaskDb } from '../../store.ts';

const unknown = (given: string) => new RefusalError({ code: 'cycle-unknown', field: 'cycleId', given });

/** Whether an actor is told of the cycles of a region: of those that he reaches, his own region's and those above it. */
export const seesCyclesOf = ({ reach }: Actor, regionId: string): boolean =>
  reach.everything || reach.regions.has(regionId) || reach.above.has(regionId);

/** Whether an actor reads all that a region's dispatch says, and runs it where he may dispatch. */
export const reachesRegion = ({ reach }: Actor, regionId: string): boolean =>
  reach.everything || reach.regions.has(regionId);

/** A cycle that concerns the actor. Refuses (`cycle-unknown`) any other. */
export async function loadCycle(db: TaskDb, actor: Actor, id: string): Promise<StoredCycle> {
  const found = await readCycle(db, id);
  if (found === undefined || !seesCyclesOf(actor, found.place.regionId)) throw unknown(id);
  return found;
}

/** One that the actor runs. Refuses (`cycle-far`) that of another office. */
export async function loadOwnCycle(db: TaskDb, actor: Actor, id: string): Promise<StoredCycle> {
  const found = await loadCycle(db, actor, id);
  if (!reachesRegion(actor, found.place.regionId))
    throw new RefusalError({ code: 'cycle-far', field: cycleName(found.cycle), given: actor.post?.unitName ?? null });
  return found;
}

/** What the log says a step was done to. */
export const recordOf = ({
  cycle,
  place,
}: Pick<StoredCycle, 'cycle' | 'place'>): Pick<AuditNote, 'record' | 'place'> => ({
  record: { kind: 'cycle', id: cycle.id, name: cycleName(cycle) },
  place,
});
