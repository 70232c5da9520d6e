import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { MadeTasksJson, MakeTaskJson } from '../../contract.ts';
import { doubtWords, type TaskContent } from '../../domain/index.ts';
import { holdPlan, readMadeTasks } from '../../store/origin/plans.ts';
import type { TaskDeps } from '../deps.ts';
import { owedOf } from '../task/content.ts';
import { createInside } from '../task/create-task.ts';
import type { Inside } from '../task/move-task.ts';
import { itemOf, loadToMake } from './decide.ts';
import { type LoadedPlan, type PlannedItem, stateOfItem } from './plan.ts';

/**
 * Makes tasks of items of the newest edition, at once or none: all without doubt when none is named. An item becomes a task
 * once; what has doubts, was left out or is a task already is told with the reason and stays. Refuses another edition than
 * the newest, and what `createInside` refuses.
 */
export async function makeTasks(
  actor: Actor,
  planId: string,
  asked: { readonly edition: number; readonly itemIds?: readonly string[] | undefined; readonly send: boolean },
  deps: TaskDeps,
): Promise<MadeTasksJson> {
  permit(actor, 'task.dispatch');
  const loaded = await loadToMake(actor, planId, asked.edition, deps);
  const wanted = asked.itemIds?.map((id) => itemOf(loaded, id)) ?? loaded.items.filter(isReady);
  const refused = wanted.flatMap((item) => {
    const why = whyNot(item);
    return why === null ? [] : [{ itemId: item.itemId, title: item.draft?.content.title ?? item.itemId, why }];
  });
  const able = wanted.filter((item) => whyNot(item) === null);
  if (able.length === 0 && asked.itemIds === undefined)
    throw new RefusalError({ code: 'task-plan-nothing', field: loaded.title });
  if (able.length === 0) return { made: [], refused, sent: 0 };
  const made = await recording(deps, actor, async (db, note) => {
    await holdPlan(db, planId);
    const already = await readMadeTasks(db, planId);
    const done: { itemId: string; taskId: string }[] = [];
    for (const { itemId, draft } of able) {
      if (draft === null || already.has(itemId)) continue;
      const task = await make({ db, note, deps }, actor, loaded, draft.content, asked.send);
      done.push({ itemId, taskId: task });
    }
    if (done.length === 0) throw new RefusalError({ code: 'task-plan-nothing', field: loaded.title });
    return done;
  });
  return { made, refused, sent: asked.send ? made.length : 0 };
}

const isReady = (item: PlannedItem): boolean => stateOfItem(item) === 'ready';

function whyNot(item: PlannedItem): string | null {
  const { draft, decision } = item;
  switch (stateOfItem(item)) {
    case 'ready':
      return null;
    case 'open':
      return (draft?.doubts ?? []).map(doubtWords).join('');
    case 'made':
      return '已经立项。';
    case 'left-out':
      return `已注明不立项：${decision?.reason ?? ''}`;
    case 'gone':
      return '这一版里没有了。';
  }
}

/** Makes one task of an item as somebody settled it; the item's words, figures and place stay the document's. */
export async function makeTask(
  actor: Actor,
  { planId, itemId }: { readonly planId: string; readonly itemId: string },
  asked: MakeTaskJson,
  deps: TaskDeps,
): Promise<{ taskId: string }> {
  permit(actor, 'task.dispatch');
  const loaded = await loadToMake(actor, planId, asked.edition, deps);
  const item = itemOf(loaded, itemId);
  if (item.draft === null) throw new RefusalError({ code: 'task-plan-item', field: loaded.title, given: itemId });
  const { draft } = item;
  const taskId = await recording(deps, actor, async (db, note) => {
    await holdPlan(db, planId);
    if ((await readMadeTasks(db, planId)).has(itemId))
      throw new RefusalError({ code: 'task-plan-item-made', field: asked.title, given: itemId });
    const inherited = new Set(draft.content.duties.flatMap((duty) => (duty.inherited ? duty.unit.name : [])));
    const owed = owedOf(asked, null);
    const content: Omit<TaskContent, 'id'> = {
      ...{ ...draft.content, title: asked.title.trim(), recurrences: asked.recurrences, ...owed },
      duties: owed.duties.map((duty) => ({ ...duty, inherited: inherited.has(duty.unit.name) })),
    };
    return make({ db, note, deps }, actor, loaded, content, asked.send);
  });
  return { taskId };
}

async function make(
  inside: Inside,
  actor: Actor,
  { place, title }: LoadedPlan,
  content: Omit<TaskContent, 'id'>,
  send: boolean,
): Promise<string> {
  const own = { regionId: place.regionId, unitId: actor.post?.unitId ?? place.unitId, chainId: place.chainId };
  return (await createInside(inside, actor, content, { sourceName: title, place: own, send })).id;
}
