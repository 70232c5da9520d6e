import { say } from '../../../../platform/messages/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { assign } from '../../domain/index.ts';
import { readStoredTasks } from '../../store/task.ts';
import type { TaskDeps } from '../deps.ts';
import { moveTask } from './move-task.ts';

export interface SentMany {
  readonly sent: string[];
  readonly refused: { readonly taskId: string; readonly title: string; readonly why: string }[];
}

/** Sends many tasks, each by itself: one that cannot be sent does not keep the others, and says why. */
export async function assignTasks(actor: Actor, taskIds: readonly string[], deps: TaskDeps): Promise<SentMany> {
  permit(actor, 'task.dispatch');
  const ids = [...new Set(taskIds)];
  const titles = new Map((await readStoredTasks(deps.db, ids)).map(({ task }) => [task.id, task.title]));
  const done: SentMany = { sent: [], refused: [] };
  for (const taskId of ids) {
    try {
      await moveTask(actor, { taskId, revision: null }, deps, { as: 'office', doubts: () => [] }, assign);
      done.sent.push(taskId);
    } catch (cause) {
      if (!(cause instanceof RefusalError)) throw cause;
      done.refused.push({ taskId, title: titles.get(taskId) ?? taskId, why: cause.refusals.map(say).join('') });
    }
  }
  return done;
}
