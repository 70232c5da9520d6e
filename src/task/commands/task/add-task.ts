import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { dayAt } from '../../../kernel/index.ts';
import type { CreateTaskJson, TaskJson } from '../../contract.ts';
import type { TaskSource } from '../../domain/index.ts';
import type { TaskDeps } from '../deps.ts';
import { owedOf } from './content.ts';
import { createInside } from './create-task.ts';
import { refuseUnseen } from './office-moves.ts';
import { readTask } from './read-task.ts';

/** Makes a task that does not come from a plan, and sends it where that is wanted. Refuses as `createInside`. */
export async function addTask(actor: Actor, sent: CreateTaskJson, deps: TaskDeps): Promise<TaskJson> {
  permit(actor, 'task.instruct');
  const made = await recording(deps, actor, async (db, note) => {
    await refuseUnseen(db, sent.dependsOn);
    const content = {
      ...{ title: sent.title.trim(), words: sent.words, source: sourceOf(actor, sent, dayAt(deps.clock.now())) },
      ...{ regionCode: actor.post?.scopeRegionId ?? null, chains: [...new Set(sent.chains)], ...owedOf(sent, null) },
      ...{ dependsOn: [...new Set(sent.dependsOn)], recurrences: [], parent: null, occurrence: null },
    };
    return createInside({ db, note, deps }, actor, content, { send: sent.send });
  });
  return readTask(actor, made.id, deps);
}

function sourceOf({ name, post }: Actor, { source, title, words }: CreateTaskJson, on: string): TaskSource {
  switch (source.kind) {
    case 'instruction':
      return { kind: 'instruction', by: `${post?.title ?? ''}${name}`, on, words: words ?? title };
    case 'meeting':
      return { kind: 'meeting', title: source.title, on: source.on, item: title };
    case 'upper-document':
      return { kind: 'upper-document', title: source.title, docNumber: source.docNumber, place: source.place };
  }
}
