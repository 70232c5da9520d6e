import { say } from '../../../../platform/messages/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { type AuditNote, recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { assign } from '../../domain/index.ts';
import { apart } from '../../store/apart.ts';
import { readStoredTasks } from '../../store/task.ts';
import type { TaskDeps } from '../deps.ts';
import { moveInside } from './move-task.ts';

export interface SentMany {
  readonly sent: string[];
  readonly refused: { readonly taskId: string; readonly title: string; readonly why: string }[];
}

/** Tasks of one transaction: it is over soon, so that nobody waits long for one of them. */
const atOnce = 25;

/** Sends many tasks, each by itself: one that cannot be sent does not keep the others, and says why. */
export async function assignTasks(actor: Actor, taskIds: readonly string[], deps: TaskDeps): Promise<SentMany> {
  permit(actor, 'task.dispatch');
  const ids = [...new Set(taskIds)];
  const titles = new Map((await readStoredTasks(deps.db, ids)).map(({ task }) => [task.id, task.title]));
  const whyNot = new Map<string, string>();
  // In the order of their ids, so that two who send the same tasks do not wait for each other.
  const sorted = ids.toSorted();
  for (let from = 0; from < sorted.length; from += atOnce)
    for (const [id, why] of await assignSome(actor, sorted.slice(from, from + atOnce), deps)) whyNot.set(id, why);
  return {
    sent: ids.filter((id) => !whyNot.has(id)),
    refused: ids.flatMap((taskId) => {
      const why = whyNot.get(taskId);
      return why === undefined ? [] : [{ taskId, title: titles.get(taskId) ?? taskId, why }];
    }),
  };
}

/** Sends some in one transaction; gives those that were refused, with the reason. */
async function assignSome(actor: Actor, ids: readonly string[], deps: TaskDeps): Promise<ReadonlyMap<string, string>> {
  const whyNot = new Map<string, string>();
  const nobody = new NothingSent();
  try {
    await recording(deps, actor, async (db, note) => {
      for (const taskId of ids) {
        const notes: AuditNote[] = [];
        const inside = { db, deps, note: (each: AuditNote) => void notes.push(each) };
        const how = { as: 'office', doubts: () => [] } as const;
        try {
          await apart(db, () => moveInside(inside, actor, { taskId, revision: null }, how, assign));
          for (const each of notes) note(each);
        } catch (cause) {
          if (!(cause instanceof RefusalError)) throw cause;
          whyNot.set(taskId, cause.refusals.map(say).join(''));
        }
      }
      if (whyNot.size === ids.length) throw nobody;
    });
  } catch (cause) {
    if (cause !== nobody) throw cause;
  }
  return whyNot;
}

/** Nothing was done, and there is nothing to note. */
class NothingSent extends Error {}
