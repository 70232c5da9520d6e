import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { PlanTasksJson } from '../../contract.ts';
import { dropItemDecision, putItemDecision, putMeantName } from '../../store/origin/plans.ts';
import type { TaskDeps } from '../deps.ts';
import { planAnswer } from './answer.ts';
import { type LoadedPlan, loadPlan, mayMake, stateOfItem } from './plan.ts';

/** The newest edition of a plan that the actor makes tasks of; refuses every other (`task-plan-far`, `task-plan-old`). */
export async function loadToMake(
  actor: Actor,
  planId: string,
  edition: number | undefined,
  deps: TaskDeps,
): Promise<LoadedPlan> {
  const loaded = await loadPlan(actor, planId, edition, deps);
  if (!mayMake(actor, loaded.place))
    throw new RefusalError({ code: 'task-plan-far', field: loaded.title, given: actor.post?.unitName ?? null });
  const [latest] = loaded.editions;
  if (latest !== undefined && loaded.edition < latest)
    throw new RefusalError({ code: 'task-plan-old', field: loaded.title, given: loaded.edition, limit: latest });
  return loaded;
}

/** What became of the tasks of a plan, and what has to be looked at. */
export async function readTaskPlan(
  actor: Actor,
  planId: string,
  edition: number | undefined,
  deps: TaskDeps,
): Promise<PlanTasksJson> {
  permit(actor, 'task.read');
  permit(actor, 'plan.read');
  return planAnswer(actor, await loadPlan(actor, planId, edition, deps), deps);
}

/**
 * Keeps who is meant by names of a plan, in every edition; a collective name means the units that are picked. Refuses units
 * that there are none of and names that no task of the plan has (`task-plan-name`).
 */
export async function decideNames(
  actor: Actor,
  planId: string,
  names: readonly { readonly name: string; readonly unitIds: readonly string[] | null }[],
  deps: TaskDeps,
): Promise<PlanTasksJson> {
  permit(actor, 'task.dispatch');
  const loaded = await loadToMake(actor, planId, undefined, deps);
  const said = new Set(
    loaded.items.flatMap(({ planned }) =>
      planned === null
        ? []
        : [...planned.units, ...planned.inheritedUnits, ...planned.groups.flatMap(({ units }) => units)],
    ),
  );
  const refusals = names.flatMap(({ name, unitIds }) => [
    ...(said.has(name) ? [] : [{ code: 'task-plan-name', field: loaded.title, given: name }]),
    ...(unitIds ?? [])
      .filter((id) => !loaded.book.byId.has(id))
      .map((given) => ({ code: 'unit-unknown', field: name, given })),
  ]);
  if (refusals.length > 0) throw new RefusalError(...refusals);
  await recording(deps, actor, async (db, note) => {
    for (const { name, unitIds } of names)
      await putMeantName(db, {
        ...{ planId, name, unitIds: unitIds === null ? null : [...new Set(unitIds)], place: loaded.place },
        ...{ at: deps.clock.now(), by: { id: actor.id, name: actor.name } },
      });
    note({
      ...{ action: 'task.plan-names', record: { kind: 'plan', id: planId, name: loaded.title }, place: loaded.place },
      basis: { planId, itemId: null },
      changes: names.map(({ name, unitIds }) => ({
        field: name,
        before:
          loaded.meant
            .get(name)
            ?.map((unit) => unit.name)
            .join('、') ?? null,
        after: unitIds?.map((id) => loaded.book.byId.get(id)?.name ?? id).join('、') ?? null,
      })),
    });
  });
  return planAnswer(actor, await loadPlan(actor, planId, undefined, deps), deps);
}

interface Which {
  readonly planId: string;
  readonly itemId: string;
}

/** Says why an item becomes no task; without a reason takes that back. Refuses an item that is one already. */
export async function leaveItem(
  actor: Actor,
  { planId, itemId }: Which,
  asked: { readonly edition: number; readonly reason: string | null },
  deps: TaskDeps,
): Promise<PlanTasksJson> {
  permit(actor, 'task.dispatch');
  const loaded = await loadToMake(actor, planId, asked.edition, deps);
  const item = itemOf(loaded, itemId);
  if (item.made !== null)
    throw new RefusalError({ code: 'task-plan-item-made', field: item.made.task.title, given: itemId });
  return noted(actor, { loaded, itemId, what: 'left-out', reason: asked.reason }, deps);
}

/** Says why a task stays as it is although a newer edition says otherwise. Refuses where nothing is otherwise. */
export async function keepItem(
  actor: Actor,
  { planId, itemId }: Which,
  asked: { readonly edition: number; readonly reason: string },
  deps: TaskDeps,
): Promise<PlanTasksJson> {
  permit(actor, 'task.dispatch');
  const loaded = await loadToMake(actor, planId, asked.edition, deps);
  if (itemOf(loaded, itemId).changes.length === 0)
    throw new RefusalError({ code: 'task-plan-unchanged', field: loaded.title, given: itemId });
  return noted(actor, { loaded, itemId, what: 'kept', reason: asked.reason }, deps);
}

/** The item of a plan; refused when the edition has none and no task was made of one. */
export function itemOf(loaded: LoadedPlan, itemId: string): LoadedPlan['items'][number] {
  const item = loaded.items.find((each) => each.itemId === itemId);
  if (item === undefined) throw new RefusalError({ code: 'task-plan-item', field: loaded.title, given: itemId });
  return item;
}

interface Noted {
  readonly loaded: LoadedPlan;
  readonly itemId: string;
  readonly what: 'left-out' | 'kept';
  readonly reason: string | null;
}

async function noted(actor: Actor, { loaded, itemId, what, reason }: Noted, deps: TaskDeps): Promise<PlanTasksJson> {
  const { planId, edition, place, title } = loaded;
  const silent = reason !== null && reason.trim() === '';
  if (silent) throw new RefusalError({ code: 'task-reason-missing', field: title });
  const before = loaded.items.find((each) => each.itemId === itemId);
  await recording(deps, actor, async (db, note) => {
    if (reason === null) await dropItemDecision(db, planId, itemId);
    else
      await putItemDecision(db, {
        ...{ planId, itemId, edition, what, reason, place },
        ...{ at: deps.clock.now(), by: { id: actor.id, name: actor.name } },
      });
    const action = what === 'kept' ? 'task.plan-keep' : reason === null ? 'task.plan-take-back' : 'task.plan-leave';
    note({
      ...{ action, record: { kind: 'plan', id: planId, name: title }, place, basis: { planId, itemId } },
      changes: [{ field: itemId, before: before === undefined ? null : stateOfItem(before), after: what }],
      ...(reason !== null && { reason }),
    });
  });
  return planAnswer(actor, await loadPlan(actor, planId, undefined, deps), deps);
}
