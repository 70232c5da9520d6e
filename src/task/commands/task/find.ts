import { asSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { dayAt, RefusalError } from '../../../kernel/index.ts';
import { chiefsFor } from '../../store/dispatch/chiefs.ts';
import { findUnitsBelow } from '../../store/parties.ts';
import { readStored } from '../../store/task.ts';
import type { TaskDeps } from '../deps.ts';

const mostUnits = 50;

/** Units to which the actor may give a part, by name; with `below` only those below that unit or its region. */
export async function findUnits(
  actor: Actor,
  { text, below }: { readonly text: string; readonly below?: string | undefined },
  { db }: TaskDeps,
): Promise<{ units: { id: string; name: string }[] }> {
  permit(actor, 'task.read');
  const scope = actor.reach.everything ? null : (actor.post?.scopeRegionId ?? '');
  const words = text.split(/\s+/u).filter((word) => word !== '');
  return {
    units: await findUnitsBelow(db, { scope, below: below ?? null, words: words.slice(0, 8), most: mostUnits }),
  };
}

/** Chiefs before whom a task in sight may be brought. */
export async function findChiefs(
  actor: Actor,
  taskId: string,
  deps: TaskDeps,
): Promise<{ chiefs: { postId: string; name: string }[] }> {
  permit(actor, 'task.dispatch');
  const stored = await readStored(deps.db, taskId);
  if (stored === undefined) throw new RefusalError({ code: 'task-unknown', field: 'taskId', given: taskId });
  const { task, place } = stored;
  const day = dayAt(deps.clock.now());
  const where = { regionId: place.regionId, chains: task.chains };
  const chiefs = await asSystem(() => chiefsFor(deps.db, where, day));
  return { chiefs: chiefs.map(({ postId, name }) => ({ postId, name })) };
}
