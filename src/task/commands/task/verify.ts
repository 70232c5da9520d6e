import { asSystem } from '../../../../platform/db/index.ts';
import { canonicalText, projectionOf, replay } from '../../domain/index.ts';
import { rulesOfRegions } from '../../store/dispatch/rules.ts';
import { readReadings } from '../../store/readings.ts';
import { readEvents } from '../../store/task.ts';
import { readKept, taskIdsAfter } from '../../store/verify.ts';
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
    const wrong: WrongTask[] = [];
    let [tasks, after] = [0, ''];
    for (;;) {
      const ids = await taskIdsAfter(deps.db, after, atOnce);
      if (ids.length === 0) return { tasks, wrong };
      for (const id of ids) wrong.push(...(await wrongIn(deps, id)));
      tasks += ids.length;
      after = ids.at(-1) ?? after;
      progress(tasks);
    }
  });
}

async function wrongIn({ db }: Pick<TaskDeps, 'db'>, taskId: string): Promise<WrongTask[]> {
  const kept = await readKept(db, taskId);
  if (kept === undefined) return [];
  const task = replay(await readEvents(db, taskId));
  const wrong = (what: WrongTask['what']): WrongTask => ({ taskId, title: kept.task.title, what });
  if (task === null || canonicalText(task) !== canonicalText(kept.task)) return [wrong('content')];
  const rules = (await rulesOfRegions(db, [kept.regionId], kept.projection.task.litOn))(kept.regionId).light;
  const readings = (await readReadings(db, [taskId])).get(taskId) ?? [];
  const projection = projectionOf(task, readings, kept.projection.task.litOn, rules);
  const sent = task.duties.filter(({ sentOn, unit }) => sentOn !== null && unit.id !== null).map(({ id }) => id);
  return [
    ...(canonicalText(projection.task) === canonicalText(kept.projection.task) ? [] : [wrong('task')]),
    ...(canonicalText(byId(projection.duties)) === canonicalText(byId(kept.projection.duties))
      ? []
      : [wrong('duties')]),
    ...(['', ...sent].sort().join() === [...new Set(kept.parties)].sort().join() ? [] : [wrong('parties')]),
  ];
}

const byId = <T extends { readonly dutyId: string }>(duties: readonly T[]): T[] =>
  [...duties].sort((a, b) => (a.dutyId < b.dutyId ? -1 : 1));
