import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import type { SettleTaskJson, TaskJson } from '../../contract.ts';
import { type Doubt, settle, type Task } from '../../domain/index.ts';
import type { TaskDeps } from '../deps.ts';
import { owedOf } from './content.ts';
import { refuseFarCounts, withKnownUnits } from './create-task.ts';
import { moveInside } from './move-task.ts';
import { readTask } from './read-task.ts';

/**
 * Says who is meant, which part each has, by when, and what is measured, before a task is sent. Somebody has looked at all of it
 * then: what stays doubtful is only a name of whom nobody has said who it is.
 */
export async function settleTask(
  actor: Actor,
  { taskId, ...sent }: SettleTaskJson & { readonly taskId: string },
  deps: TaskDeps,
): Promise<TaskJson> {
  permit(actor, 'task.dispatch');
  await recording(deps, actor, (db, note) =>
    moveInside(
      { db, note, deps },
      actor,
      { taskId, revision: sent.revision },
      { as: 'office', doubts: (doubts) => doubts.filter((doubt) => isNameless(doubt, sent)) },
      async (task: Task, stamp, { place }) => {
        const owed = await withKnownUnits({ db }, actor, { ...owedOf(sent, task), chains: [] });
        const { duties, milestones, deliverables } = owed;
        await refuseFarCounts(db, deliverables, place.regionId);
        const { dependsOn, recurrences } = task;
        return settle(task, { duties, milestones, deliverables, dependsOn, recurrences }, stamp);
      },
    ),
  );
  return readTask(actor, taskId, deps);
}

const isNameless = ({ code, given }: Doubt, { duties }: SettleTaskJson): boolean =>
  ['unit-unresolved', 'unit-collective'].includes(code) &&
  duties.some(({ unitId, unitName }) => unitId === null && unitName === given);
