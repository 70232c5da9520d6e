import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import type { Day } from '../../../kernel/index.ts';
import { answerPaper, dutyOf, type Moved, type Stamp, superviseByPaper, type Task } from '../../domain/index.ts';
import { dutiesOfPaper, insertLetter } from '../../store/dispatch/letters.ts';
import { lockStored } from '../../store/task.ts';
import type { TaskDb } from '../../store.ts';
import { type Inside, keepsTask, moveInside, stampOf } from '../task/move-task.ts';

export interface PaperLetter {
  readonly paperId: string;
  readonly number: string;
  readonly replyBy: Day | null;
  /** The duties that it names, with what it says about each. */
  readonly duties: readonly { readonly taskId: string; readonly dutyId: string; readonly words: string }[];
}

/**
 * Puts a letter that was sent as a paper among the events of every task that it is about. What is no longer owed, or kept by
 * another office, stays as it is: the paper has named it, and there is nothing to do in the task. Gives how many tasks have it.
 */
export async function letterOnTasks(actor: Actor, letter: PaperLetter, inside: Inside): Promise<number> {
  permit(actor, 'report.write');
  if (!actor.permissions.has('task.dispatch')) return 0;
  const { paperId, number, replyBy } = letter;
  return moveEach(actor, letter.duties, inside, 'office', (task, { dutyId, words }, stamp) =>
    superviseByPaper(task, dutyId, { paperId, number, replyBy, words }, stamp),
  );
}

/** The one answer to such a letter, told in every task that still waits for it. Gives how many did. */
export async function answerOnTasks(
  actor: Actor,
  { paperId, words }: { readonly paperId: string; readonly words: string },
  inside: Inside,
): Promise<number> {
  permit(actor, 'task.report');
  const duties = await insideAsSystem(inside.db, () => dutiesOfPaper(inside.db, paperId));
  return moveEach(actor, duties, inside, 'unit', (task, { dutyId, number }, stamp) =>
    answerPaper(task, dutyId, { number, words }, stamp),
  );
}

/** Tasks are taken in the order of their ids, so that two papers at once do not wait for each other. */
async function moveEach<T extends { readonly taskId: string; readonly dutyId: string }>(
  actor: Actor,
  duties: readonly T[],
  inside: Inside,
  as: 'office' | 'unit',
  decide: (task: Task, duty: T, stamp: Stamp) => Moved,
): Promise<number> {
  const { db, deps } = inside;
  const done = new Set<string>();
  for (const duty of [...duties].sort((a, b) => (`${a.taskId}.${a.dutyId}` < `${b.taskId}.${b.dutyId}` ? -1 : 1))) {
    const stored = await lockStored(db, duty.taskId);
    if (stored === undefined || (as === 'office' && !keepsTask(actor, stored))) continue;
    if (!decide(stored.task, duty, stampOf(actor, deps, stored.lastAt)).ok) continue;
    const moved = await moveInside(
      inside,
      actor,
      { taskId: duty.taskId, dutyId: duty.dutyId, revision: null },
      { as },
      (task, stamp) => decide(task, duty, stamp),
    );
    done.add(duty.taskId);
    await keepSent(db, moved);
  }
  return done.size;
}

async function keepSent(db: TaskDb, { task, event, stored }: Awaited<ReturnType<typeof moveInside>>): Promise<void> {
  if (event.kind !== 'urged' || event.number === null) return;
  const { dutyId, number, replyBy, words, by, at, on, paperId } = event;
  const unit = dutyOf(task, dutyId)?.unit ?? { id: null, name: '' };
  await insideAsSystem(db, () =>
    insertLetter(db, {
      number,
      replyBy,
      words,
      at,
      on,
      paperId,
      taskId: task.id,
      dutyId,
      unit,
      by,
      place: stored.place,
    }),
  );
}
