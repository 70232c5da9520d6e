import { projectsToLook } from '../store.ts';
import { type ProjectDeps, today } from './deps.ts';
import { settle } from './settle.ts';

const atOnce = 50;

/**
 * Looks at some projects whose alarms are of an earlier day: what was near yesterday may be late today. Gives how many there
 * were; 0: all are of today. Ask as the system.
 */
export async function keepProjects(deps: ProjectDeps): Promise<number> {
  const ids = await projectsToLook(deps.db, today(deps), atOnce);
  for (const id of ids) await deps.db.transaction().execute((db) => settle(db, deps, id));
  return ids.length;
}
