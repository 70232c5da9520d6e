import type { TaskDeps } from '../../deps.ts';
import { countElsewhere } from './count.ts';
import { makeOccurrences } from './occurrences.ts';
import { relight } from './relight.ts';

/**
 * One step of what the platform does about tasks by itself, as the system: lights of a new day, times of recurring duties, figures
 * from indicators and from the library of projects. Each step is a transaction of its own over some tasks, taken so that another server takes others; what is broken
 * off is done again. Gives how much there was to do.
 */
export async function keepTasks(deps: TaskDeps): Promise<number> {
  const relit = await relight(deps);
  if (relit > 0) return relit;
  return (await makeOccurrences(deps)) + (await countElsewhere(deps));
}
