import { asSystem } from '../../../../platform/db/index.ts';
import { canonicalText, type DispatchRules, projectionOf, replay } from '../../domain/index.ts';
import { rulesOverTime } from '../../store/dispatch/rule-days.ts';
import { type KeptTask, readKeptAfter } from '../../store/verify.ts';
import type { TaskDeps } from '../deps.ts';

/** A task that is kept otherwise than its events say. */
export interface WrongTask {
  readonly taskId: string;
  readonly title: string;
  readonly what: 'content' | 'task' | 'duties' | 'parties';
}

const atOnce = 200;

/**
 * Replays the events of every task and compares what is kept with what they come to: the task itself, what lists show of it and
 * of its duties on the day that it was lit, and who may see it. As the system; reads only. `progress` hears how many are done.
 */
export async function verifyTasks(
  deps: Pick<TaskDeps, 'db'>,
  progress: (done: number) => void = () => undefined,
): Promise<{ readonly tasks: number; readonly wrong: readonly WrongTask[] }> {
  return asSystem(async () => {
    const rules = await rulesOverTime(deps.db);
    const wrong: WrongTask[] = [];
    let [tasks, after] = [0, ''];
    for (;;) {
      const some = await readKeptAfter(deps.db, after, atOnce);
      if (some.length === 0) return { tasks, wrong };
      for (const kept of some) wrong.push(...wrongIn(kept, await rules(kept.regionId, kept.projection.task.litOn)));
      tasks += some.length;
      after = some.at(-1)?.id ?? after;
      progress(tasks);
    }
  });
}

function wrongIn({ id: taskId, projection: kept, ...found }: KeptTask, { light }: DispatchRules): WrongTask[] {
  const task = replay(found.events);
  const wrong = (what: WrongTask['what']): WrongTask => ({ taskId, title: found.task.title, what });
  if (task === null || canonicalText(task) !== canonicalText(found.task)) return [wrong('content')];
  const projection = projectionOf(task, found.readings, kept.task.litOn, light);
  const sent = task.duties.filter(({ sentOn, unit }) => sentOn !== null && unit.id !== null).map(({ id }) => id);
  return [
    ...(canonicalText(projection.task) === canonicalText(kept.task) ? [] : [wrong('task')]),
    ...(canonicalText(byId(projection.duties)) === canonicalText(byId(kept.duties)) ? [] : [wrong('duties')]),
    ...(['', ...sent].sort().join() === [...new Set(found.parties)].sort().join() ? [] : [wrong('parties')]),
  ];
}

const byId = <T extends { readonly dutyId: string }>(duties: readonly T[]): T[] =>
  [...duties].sort((a, b) => (a.dutyId < b.dutyId ? -1 : 1));
