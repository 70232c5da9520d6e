import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { TaskJson } from '../../contract.ts';
import {
  addDuty,
  answerExtension,
  assign,
  circles,
  closeOut,
  giveBack,
  insist,
  order,
  reassign,
  reopen,
  withdraw,
} from '../../domain/index.ts';
import { dependencyLinks, tasksInSight } from '../../store/related.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';
import { asPlanned, nextDutyId, type SentDuty } from './content.ts';
import { withKnownUnits } from './create-task.ts';
import { type Decide, moveInside, moveTask } from './move-task.ts';
import { readTask } from './read-task.ts';
import type { OfDuty } from './unit-moves.ts';

/** What the office that keeps a task does with it. Each gives the task as it stands afterwards. */

interface OfTask {
  readonly taskId: string;
  readonly revision: number;
}

async function moved(
  actor: Actor,
  { taskId, revision, dutyId }: OfTask & { readonly dutyId?: string },
  deps: TaskDeps,
  decide: Decide,
): Promise<TaskJson> {
  const which = { taskId, revision, ...(dutyId !== undefined && { dutyId }) };
  await moveTask(actor, which, deps, { as: 'office' }, decide);
  return readTask(actor, taskId, deps);
}

/** 下达。 What was doubtful about it has been looked at by now. */
export async function assignTask(actor: Actor, which: OfTask, deps: TaskDeps): Promise<TaskJson> {
  permit(actor, 'task.dispatch');
  await moveTask(actor, which, deps, { as: 'office', doubts: () => [] }, assign);
  return readTask(actor, which.taskId, deps);
}

export async function addUnit(
  actor: Actor,
  which: OfTask & { readonly duty: SentDuty },
  deps: TaskDeps,
): Promise<TaskJson> {
  permit(actor, 'task.dispatch');
  const { taskId, revision } = which;
  await recording(deps, actor, (db, note) =>
    moveInside({ db, note, deps }, actor, { taskId, revision }, { as: 'office' }, async (task, stamp) => {
      const duty = { ...asPlanned(which.duty), id: which.duty.id ?? nextDutyId(task) };
      await withKnownUnits({ db }, actor, { chains: [], duties: [duty] });
      return addDuty(task, duty, stamp);
    }),
  );
  return readTask(actor, taskId, deps);
}

/** Says which tasks have to be done before. Refuses those out of sight and circles, also by way of tasks out of sight. */
export async function dependOn(
  actor: Actor,
  which: OfTask & { readonly dependsOn: readonly string[] },
  deps: TaskDeps,
): Promise<TaskJson> {
  permit(actor, 'task.dispatch');
  const { taskId, revision, dependsOn } = which;
  await recording(deps, actor, (db, note) =>
    moveInside({ db, note, deps }, actor, { taskId, revision }, { as: 'office' }, async (task, stamp) => {
      await refuseUnseen(db, dependsOn);
      const links = await insideAsSystem(db, () => dependencyLinks(db, dependsOn));
      const found = circles([{ id: taskId, dependsOn }, ...links.filter(({ id }) => id !== taskId)]);
      return found.length > 0 ? { ok: false, refusals: found } : order(task, dependsOn, stamp);
    }),
  );
  return readTask(actor, taskId, deps);
}

export async function refuseUnseen(db: TaskDb, ids: readonly string[]): Promise<void> {
  const seen = await tasksInSight(db, ids);
  const unseen = ids.filter((id) => !seen.has(id));
  if (unseen.length > 0)
    throw new RefusalError(...unseen.map((given) => ({ code: 'task-unknown', field: 'dependsOn', given })));
}

export async function withdrawTask(
  actor: Actor,
  which: OfTask & { readonly reason: string },
  deps: TaskDeps,
): Promise<TaskJson> {
  permit(actor, 'task.dispatch');
  return moved(actor, which, deps, (task, stamp) => withdraw(task, which.reason, stamp));
}

export async function insistDuty(
  actor: Actor,
  which: OfDuty & { readonly reason: string },
  deps: TaskDeps,
): Promise<TaskJson> {
  permit(actor, 'task.dispatch');
  return moved(actor, which, deps, (task, stamp) => insist(task, which.dutyId, which.reason, stamp));
}

export async function reassignDuty(
  actor: Actor,
  which: OfDuty & { readonly unitId: string; readonly dueOn: string | null; readonly reason: string },
  deps: TaskDeps,
): Promise<TaskJson> {
  permit(actor, 'task.dispatch');
  const { taskId, revision, dutyId, unitId, dueOn, reason } = which;
  await recording(deps, actor, (db, note) =>
    moveInside({ db, note, deps }, actor, { taskId, revision, dutyId }, { as: 'office' }, async (task, stamp) => {
      const owed = { chains: [], duties: [{ unit: { id: unitId, name: unitId } }] };
      const { duties } = await withKnownUnits({ db }, actor, owed);
      const unit = duties[0]?.unit ?? { id: unitId, name: unitId };
      return reassign(task, dutyId, { newDutyId: nextDutyId(task), unit, dueOn, reason }, stamp);
    }),
  );
  return readTask(actor, taskId, deps);
}

export async function answerExtensionOf(
  actor: Actor,
  which: OfDuty & { readonly to: string | null; readonly reason: string },
  deps: TaskDeps,
): Promise<TaskJson> {
  permit(actor, 'task.dispatch');
  return moved(actor, which, deps, (task, stamp) => answerExtension(task, which.dutyId, which.to, which.reason, stamp));
}

type Back = OfDuty & { readonly reason: string; readonly to: string | null };

export async function giveBackDuty(actor: Actor, which: Back, deps: TaskDeps): Promise<TaskJson> {
  permit(actor, 'task.close');
  return moved(actor, which, deps, (task, stamp) => giveBack(task, which.dutyId, which.reason, which.to, stamp));
}

/** 销号, by a second person. */
export async function closeDuty(actor: Actor, which: OfDuty, deps: TaskDeps): Promise<TaskJson> {
  permit(actor, 'task.close');
  return moved(actor, which, deps, (task, stamp) => closeOut(task, which.dutyId, stamp));
}

export async function reopenDuty(actor: Actor, which: Back, deps: TaskDeps): Promise<TaskJson> {
  permit(actor, 'task.close');
  return moved(actor, which, deps, (task, stamp) => reopen(task, which.dutyId, which.reason, which.to, stamp));
}
