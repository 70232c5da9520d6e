import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { type Day, dayAt, RefusalError, refuse } from '../../../kernel/index.ts';
import { putByHand } from '../../../work/index.ts';
import { dutyOf, escalate, type Moved, type Stamp, supervise, type Task, urge } from '../../domain/index.ts';
import { type Chief, chiefsFor } from '../../store/dispatch/chiefs.ts';
import { insertLetter, takeLetterNumber } from '../../store/dispatch/letters.ts';
import { rulesFor } from '../../store/dispatch/rules.ts';
import type { StoredTask } from '../../store/task.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';
import { type Inside, type MovedTask, moveInside } from '../task/move-task.ts';
import { linkOf, type Telling } from '../task/tell.ts';

/** Which duty is asked after, and how: 催办, 督办 with a day for the answer, 报链长 to whoever holds a post. */
export type Press = {
  readonly taskId: string;
  readonly dutyId: string;
  readonly revision: number | null;
  readonly words: string;
} & (
  | { readonly step: 'urge' }
  | { readonly step: 'supervise'; readonly replyBy: Day }
  | { readonly step: 'escalate'; readonly postId: string }
);

/**
 * Asks after a duty. A letter takes the next number of the sign that the task's office has set; the chief finds the task on his
 * workbench. Refuses as `moveInside`, a letter where no sign is set (`letter-sign-missing`), and a post that no chief of the
 * task holds (`chief-unknown`).
 */
export async function pressDuty(actor: Actor, press: Press, deps: TaskDeps): Promise<MovedTask> {
  permit(actor, 'task.dispatch');
  return recording(deps, actor, (db, note) => pressInside({ db, note, deps }, actor, press));
}

async function pressInside(inside: Inside, actor: Actor, press: Press): Promise<MovedTask> {
  const { db, deps } = inside;
  const decide = async (task: Task, stamp: Stamp, stored: StoredTask): Promise<Moved> => {
    const { dutyId, words } = press;
    if (press.step === 'urge') return urge(task, dutyId, words, stamp);
    if (press.step === 'supervise') return superviseWith(db, stored, { dutyId, words, replyBy: press.replyBy }, stamp);
    const chief = await chiefOf(db, stored, press.postId, dayAt(stamp.at));
    return escalate(task, dutyId, chief.name, words, stamp);
  };
  const which = { taskId: press.taskId, dutyId: press.dutyId, revision: press.revision };
  const moved = await moveInside(inside, actor, which, { as: 'office' }, decide);
  if (press.step === 'supervise') await keepLetter(db, moved);
  if (press.step === 'escalate') await askChief(db, deps, actor, moved, press.postId);
  return moved;
}

async function superviseWith(
  db: TaskDb,
  { task, place }: StoredTask,
  { dutyId, words, replyBy }: { readonly dutyId: string; readonly words: string; readonly replyBy: Day },
  stamp: Stamp,
): Promise<Moved> {
  const day = dayAt(stamp.at);
  const { sign } = await rulesFor(db, place.regionId, day);
  if (sign === null) return refuse({ code: 'letter-sign-missing', field: task.title });
  const number = await takeLetterNumber(db, sign, Number(day.slice(0, 4)));
  return number.ok ? supervise(task, dutyId, { number: number.value, replyBy, words }, stamp) : number;
}

async function chiefOf(db: TaskDb, { task, place }: StoredTask, postId: string, day: Day): Promise<Chief> {
  const chiefs = await insideAsSystem(db, () => chiefsFor(db, { regionId: place.regionId, chains: task.chains }, day));
  const found = chiefs.find((each) => each.postId === postId);
  if (found === undefined) throw new RefusalError({ code: 'chief-unknown', field: task.title, given: postId });
  return found;
}

async function keepLetter(db: TaskDb, { task, event, stored }: MovedTask): Promise<void> {
  if (event.kind !== 'urged' || event.number === null || event.replyBy === null) return;
  const { dutyId, number, replyBy, words, by, at, on } = event;
  const unit = dutyOf(task, dutyId)?.unit ?? { id: null, name: '' };
  // An office of one chain keeps tasks whose place it does not reach by itself: the move has asked whether it may.
  await insideAsSystem(db, () =>
    insertLetter(db, { number, replyBy, words, at, on, taskId: task.id, dutyId, unit, by, place: stored.place }),
  );
}

/** Puts the task before the chief; he answers it like anything that was given to him. */
async function askChief(
  db: TaskDb,
  deps: Telling,
  actor: Actor,
  { task, event, stored }: MovedTask,
  postId: string,
): Promise<void> {
  if (event.kind !== 'urged') return;
  const unit = dutyOf(task, event.dutyId)?.unit.name ?? '';
  await putByHand(db, deps, actor, {
    ...{ kind: 'handle', title: `研究处理：${task.title}（${unit}）`.slice(0, 200), detail: event.words.slice(0, 500) },
    ...{ link: linkOf(task.id), basis: stored.sourceName, place: stored.place, importance: 'high' },
    assignee: { kind: 'post', id: postId, name: event.to ?? '' },
  });
}
