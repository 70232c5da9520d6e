import { dayAt } from '../../../../kernel/index.ts';
import { projectionOf, usualRules } from '../../../domain/index.ts';
import { rulesOfRegions } from '../../../store/dispatch/rules.ts';
import { markLit, takeUnlit } from '../../../store/due.ts';
import { readReadings } from '../../../store/readings.ts';
import { saveLights } from '../../../store/task.ts';
import type { TaskDeps } from '../../deps.ts';

/** Tasks of one transaction: it is over in a moment, and whoever reports meanwhile waits no longer. */
const atOnce = 100;

/** Sets the lights of some tasks that were lit on an earlier day, as the system; gives how many there were. */
export const relight = (deps: TaskDeps): Promise<number> =>
  deps.db.transaction().execute(async (db) => {
    const day = dayAt(deps.clock.now());
    const unlit = await takeUnlit(db, day, atOnce);
    if (unlit.length === 0) return 0;
    const regions = [...new Set(unlit.map(({ place }) => place.regionId))];
    const rulesOn = new Map<string, Awaited<ReturnType<typeof rulesOfRegions>>>();
    for (const on of new Set([day, ...unlit.map(({ litOn }) => litOn)]))
      rulesOn.set(on, await rulesOfRegions(db, regions, on));
    const lightRules = (on: string, regionId: string) => (rulesOn.get(on)?.(regionId) ?? usualRules).light;
    const readings = await readReadings(
      db,
      unlit.map(({ task }) => task.id),
    );
    const same: string[] = [];
    for (const stored of unlit) {
      const { task, place, litOn } = stored;
      const known = readings.get(task.id) ?? [];
      const at = (on: string) => projectionOf(task, known, on, lightRules(on, place.regionId));
      const [was, now] = [at(litOn), at(day)];
      const isSame = JSON.stringify({ ...was, task: { ...was.task, litOn: day } }) === JSON.stringify(now);
      // Whoever has the light set anew says that what stands there was reckoned by other rules.
      if (isSame && litOn > neverLit) same.push(task.id);
      else await saveLights(db, stored, null, now);
    }
    await markLit(db, same, day);
    return unlit.length;
  });

const neverLit = '0001-01-01';
