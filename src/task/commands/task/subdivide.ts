import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { ok, RefusalError, type Result, refuse } from '../../../kernel/index.ts';
import type { SubdivideJson, TaskJson } from '../../contract.ts';
import { type Duty, dutyOf, dutyStateNames, type Share, subdivide } from '../../domain/index.ts';
import { lockStored, type StoredTask, unitRegions } from '../../store/task.ts';
import type { TaskDeps } from '../deps.ts';
import { createInside, withKnownUnits } from './create-task.ts';
import { keepsTask, refuseStale } from './move-task.ts';
import { readTask } from './read-task.ts';

const handedDown: readonly Duty['state'][] = ['sent', 'signed'];

/** Whether the asker may hand a duty down: the unit that owes it, or the office that keeps the task; while it is under way. */
export function mayHandDown(actor: Actor, stored: StoredTask, duty: Duty): Result<null> {
  const { task } = stored;
  if (task.withdrawn !== null) return refuse({ code: 'task-withdrawn', field: task.title, given: task.withdrawn.on });
  const isOwn = duty.unit.id !== null && duty.unit.id === actor.post?.unitId;
  if (!isOwn && !(actor.permissions.has('task.dispatch') && keepsTask(actor, stored)))
    return refuse({ code: 'duty-other-unit', field: duty.unit.name, given: actor.name });
  if (handedDown.includes(duty.state)) return ok(null);
  const limit = handedDown.map((state) => dutyStateNames[state]).join('、');
  return refuse({ code: 'duty-state', field: duty.unit.name, given: dutyStateNames[duty.state], limit });
}

/**
 * 分解: hands a duty down to units below, to each as a task of its own that is sent at once. The unit that hands it down keeps
 * those tasks. Refuses as the pure subdivision and `createInside`.
 */
export async function subdivideDuty(
  actor: Actor,
  sent: SubdivideJson & { readonly taskId: string },
  deps: TaskDeps,
): Promise<TaskJson> {
  permit(actor, 'task.subdivide');
  const { taskId, revision, dutyId, shares, shortReason } = sent;
  await recording(deps, actor, async (db, note) => {
    const stored = await lockStored(db, taskId);
    if (stored === undefined) throw new RefusalError({ code: 'task-unknown', field: 'taskId', given: taskId });
    await refuseStale(db, stored, { taskId, revision, dutyId });
    const duty = dutyOf(stored.task, dutyId);
    if (duty === undefined) throw new RefusalError({ code: 'duty-unknown', field: stored.task.title, given: dutyId });
    const may = mayHandDown(actor, stored, duty);
    if (!may.ok) throw new RefusalError(...may.refusals);
    const owed = shares.map(({ unitId }) => ({ unit: { id: unitId, name: unitId } }));
    const { duties } = await withKnownUnits({ db }, actor, { chains: [], duties: owed });
    const regions = await unitRegions(
      db,
      shares.map(({ unitId }) => unitId),
    );
    const wanted = shares.map(
      ({ unitId, part, dueOn, figures }, at): Share => ({
        ...{ taskId: deps.newId(), unit: duties[at]?.unit ?? { id: unitId, name: unitId }, dueOn, figures },
        ...{ part: part?.trim() === '' ? null : part, regionCode: regions.get(unitId) ?? null },
      }),
    );
    const parts = subdivide(stored.task, dutyId, wanted, shortReason);
    if (!parts.ok) throw new RefusalError(...parts.refusals);
    for (const content of parts.value.tasks)
      await createInside({ db, note, deps }, actor, content, { send: true, sourceName: stored.sourceName });
  });
  return readTask(actor, taskId, deps);
}
