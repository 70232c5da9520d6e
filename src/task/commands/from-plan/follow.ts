import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { PlanTasksJson } from '../../contract.ts';
import {
  addDuty,
  answerExtension,
  askExtension,
  assign,
  dutyOf,
  type EditionStep,
  reassign,
  type Stamp,
  settle,
  stateOf,
  type Task,
  withdraw,
} from '../../domain/index.ts';
import { putItemDecision } from '../../store/origin/plans.ts';
import type { TaskDeps } from '../deps.ts';
import { nextDutyId } from '../task/content.ts';
import { withKnownUnits } from '../task/create-task.ts';
import { type Inside, moveInside } from '../task/move-task.ts';
import { planAnswer } from './answer.ts';
import { itemOf, loadToMake } from './decide.ts';
import { loadPlan } from './plan.ts';

/**
 * Changes a task as the newest edition has it, all of it or nothing: what was withdrawn is withdrawn, a later deadline is an
 * extension that the edition asks for and the office grants, a new unit is added and sent to, another lead takes over. Nothing
 * is rewritten. Refuses where the edition says nothing otherwise, or nothing that can be followed (`task-plan-by-hand`).
 */
export async function applyEdition(
  actor: Actor,
  { planId, itemId }: { readonly planId: string; readonly itemId: string },
  asked: { readonly edition: number; readonly revision: number; readonly reason: string },
  deps: TaskDeps,
): Promise<PlanTasksJson> {
  permit(actor, 'task.dispatch');
  const loaded = await loadToMake(actor, planId, asked.edition, deps);
  const { made, changes } = itemOf(loaded, itemId);
  if (made === null || changes.length === 0)
    throw new RefusalError({ code: 'task-plan-unchanged', field: loaded.title, given: itemId });
  if (asked.reason.trim() === '') throw new RefusalError({ code: 'task-reason-missing', field: made.task.title });
  const steps = onlyOnce(changes.flatMap((change) => change.steps));
  if (steps.length === 0)
    throw new RefusalError({ code: 'task-plan-by-hand', field: made.task.title, given: changes[0]?.words ?? null });
  if (made.task.revision !== asked.revision)
    throw new RefusalError({
      ...{ code: 'record-changed', field: 'revision', given: asked.revision, limit: made.task.revision },
    });
  const { place, title, edition } = loaded;
  await recording(deps, actor, async (db, note) => {
    const inside: Inside = { db, note, deps };
    let revision = asked.revision;
    for (const step of steps) {
      const task = await follow(inside, actor, { step, taskId: made.id, revision, reason: asked.reason, edition });
      revision = task.revision;
    }
    await putItemDecision(db, {
      ...{ planId, itemId, edition, what: 'applied', reason: asked.reason, place },
      ...{ at: deps.clock.now(), by: { id: actor.id, name: actor.name } },
    });
    note({
      ...{ action: 'task.plan-follow', record: { kind: 'plan', id: planId, name: title }, place },
      basis: { planId, itemId },
      changes: [{ field: itemId, before: made.edition, after: edition }],
      reason: asked.reason,
    });
  });
  return planAnswer(actor, await loadPlan(actor, planId, undefined, deps), deps);
}

/** A task that was not sent is settled once, whatever changed. */
function onlyOnce(steps: readonly EditionStep[]): EditionStep[] {
  const settled = steps.find(({ kind }) => kind === 'settle');
  return settled === undefined ? [...steps] : [settled];
}

interface Following {
  readonly step: EditionStep;
  readonly taskId: string;
  readonly revision: number;
  readonly reason: string;
  readonly edition: number;
}

async function follow(
  inside: Inside,
  actor: Actor,
  { step, taskId, revision, reason, edition }: Following,
): Promise<Task> {
  const which = { taskId, revision };
  const office = { as: 'office' } as const;
  switch (step.kind) {
    case 'withdraw':
      return (await moveInside(inside, actor, which, office, (task, stamp) => withdraw(task, reason, stamp))).task;
    case 'settle': {
      await withKnownUnits(inside, actor, { duties: step.settled.duties, chains: [] });
      return (await moveInside(inside, actor, which, office, (task, stamp) => settle(task, step.settled, stamp))).task;
    }
    case 'extend': {
      // The edition asks, in the unit's stead, and the office grants it: two facts, as with every extension.
      const asked = await moveInside(inside, actor, which, office, (task, stamp) =>
        askExtension(task, step.dutyId, step.to, reason, ofEdition(task, step.dutyId, edition, stamp)),
      );
      const next = { taskId, revision: asked.task.revision };
      const { task } = await moveInside(inside, actor, next, office, (each, stamp) =>
        answerExtension(each, step.dutyId, step.to, reason, stamp),
      );
      return task;
    }
    case 'reassign': {
      await withKnownUnits(inside, actor, { duties: [step], chains: [] });
      const { task } = await moveInside(inside, actor, which, office, (each, stamp) =>
        reassign(each, step.dutyId, { ...step, newDutyId: nextDutyId(each), reason }, stamp),
      );
      return task;
    }
    case 'add': {
      await withKnownUnits(inside, actor, { duties: [step.duty], chains: [] });
      const added = await moveInside(inside, actor, which, office, (each, stamp) =>
        addDuty(each, { ...step.duty, id: nextDutyId(each) }, stamp),
      );
      if (stateOf(added.task) === 'planned') return added.task;
      const next = { taskId, revision: added.task.revision };
      return (await moveInside(inside, actor, next, office, assign)).task;
    }
  }
}

/** The edition as the one who asks: it is the document that wants more time, not a person of the unit. */
function ofEdition(task: Task, dutyId: string, edition: number, stamp: Stamp): Stamp {
  const unitId = dutyOf(task, dutyId)?.unit.id ?? null;
  return { ...stamp, by: { id: '@plan', name: `方案第${edition}版`, unitId } };
}
