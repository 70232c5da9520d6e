import { type Actor, covers } from '../../../access/index.ts';
import { recording, type TakeNote } from '../../../audit/index.ts';
import { dayAt, RefusalError } from '../../../kernel/index.ts';
import type { NewNotice } from '../../../notice/index.ts';
import { type Doubt, type Moved, projectionOf, type Stamp, type Task, type TaskEvent } from '../../domain/index.ts';
import { rulesFor } from '../../store/dispatch/rules.ts';
import { addingFacts } from '../../store/facts.ts';
import { readingsOf } from '../../store/readings.ts';
import { changedSince, hasKey, lockStored, type StoredTask, saveMove } from '../../store/task.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';
import { noteOf } from './note.ts';
import { type Telling, tellAsks, tellEvent } from './tell.ts';

/**
 * Which task is moved, and what of it the mover had seen. A move of one duty is refused only when that duty or the task as a
 * whole has gone on since: units that report at the same time do not stand in each other's way. `revision` null: whatever it
 * is now.
 */
export interface Which {
  readonly taskId: string;
  readonly revision: number | null;
  readonly dutyId?: string;
}

export interface HowMoved {
  /** office: only who reaches the office that keeps the task; unit: the pure move sees to it that it is the unit's own duty. */
  readonly as: 'office' | 'unit';
  /** A key under which the same person sends the same thing again when he is not sure that it arrived. */
  readonly key?: string | null;
  /** What is left to look at before the task is sent. */
  readonly doubts?: (doubts: readonly Doubt[]) => readonly Doubt[];
  /** More to tell than the units themselves are told. */
  readonly tell?: (moved: MovedTask) => readonly NewNotice[];
}

export interface MovedTask {
  readonly task: Task;
  readonly event: TaskEvent;
  readonly stored: StoredTask;
}

/** Decides on a task as it is, at an instant; what it needs of the world beside it has to be asked of `db`. */
export type Decide = (task: Task, stamp: Stamp, stored: StoredTask) => Moved | Promise<Moved>;

/** What the commands of a transaction that is recorded share. */
export interface Inside {
  readonly db: TaskDb;
  readonly note: TakeNote;
  readonly deps: Telling;
}

/** The person of an event, and for which unit he acts. */
export const personOf = (actor: Actor): Stamp['by'] => ({
  ...{ id: actor.id, name: actor.name, unitId: actor.post?.unitId ?? null },
});

/** Now, never before the last event of the task. */
export const stampOf = (actor: Actor, deps: Pick<TaskDeps, 'clock'>, lastAt: string | null): Stamp => {
  const now = deps.clock.now();
  return { by: personOf(actor), at: lastAt !== null && lastAt > now ? lastAt : now };
};

/** Moves a task in a transaction of its own; the permission has been asked for. Refuses as `moveInside`. */
export const moveTask = (
  actor: Actor,
  which: Which,
  deps: TaskDeps,
  how: HowMoved,
  decide: Decide,
): Promise<MovedTask> =>
  recording(deps, actor, (db, note) => moveInside({ db, note, deps }, actor, which, how, decide));

/**
 * Moves a task inside a transaction that is recorded: the event, all that follows from it, work, messages and the log are
 * there together or not at all. Refuses what is not in sight (`task-unknown`), what another office keeps
 * (`task-other-office`), what went on meanwhile (`record-changed`), and whatever the move itself refuses.
 */
export async function moveInside(
  { db, note, deps }: Inside,
  actor: Actor,
  which: Which,
  how: HowMoved,
  decide: Decide,
): Promise<MovedTask> {
  const stored = await lockStored(db, which.taskId);
  if (stored === undefined) throw new RefusalError({ code: 'task-unknown', field: 'taskId', given: which.taskId });
  if (how.as === 'office') refuseOtherOffice(actor, stored);
  await refuseStale(db, stored, which);
  await addingFacts(db);
  const moved = await decide(stored.task, stampOf(actor, deps, stored.lastAt), stored);
  if (!moved.ok) throw new RefusalError(...moved.refusals);
  const { task, event } = moved.value;
  const day = dayAt(event.at);
  const readings = await readingsOf(db, task);
  const rules = (await rulesFor(db, stored.place.regionId, day)).light;
  await saveMove(db, {
    ...{ before: stored, task, event, key: how.key ?? null },
    projection: projectionOf(task, readings, day, rules),
    was: projectionOf(stored.task, readings, day, rules),
    doubts: how.doubts?.(stored.doubts) ?? null,
  });
  await tellAsks(db, deps, actor, { before: stored.task, task, event }, stored);
  await tellEvent(db, deps, actor, task, event, how.tell?.({ task, event, stored }) ?? []);
  note(noteOf(stored.task, task, event, stored));
  return { task, event, stored };
}

/** Whether the actor's post reaches the office that keeps a task, by its place or one of its chains. */
export const keepsTask = ({ reach }: Actor, { place, task }: Pick<StoredTask, 'place' | 'task'>): boolean =>
  [place.chainId, ...task.chains, null].some((chainId) => covers(reach, { ...place, chainId }));

function refuseOtherOffice(actor: Actor, stored: StoredTask): void {
  if (!keepsTask(actor, stored))
    throw new RefusalError({
      code: 'task-other-office',
      field: stored.task.title,
      given: actor.post?.unitName ?? null,
    });
}

/** Refuses (`record-changed`) a task that has gone on since it was seen, as far as that matters to the duty in hand. */
export async function refuseStale(db: TaskDb, { task }: StoredTask, { revision, dutyId }: Which): Promise<void> {
  if (revision === null || revision === task.revision) return;
  const isStale =
    dutyId === undefined || revision > task.revision || (await changedSince(db, task.id, revision, dutyId));
  if (isStale)
    throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: task.revision });
}

/** Whether this person has sent this before: then there is nothing to do. */
export const alreadySent = async (
  actor: Actor,
  { taskId, key }: { readonly taskId: string; readonly key: string | undefined },
  { db }: Pick<TaskDeps, 'db'>,
): Promise<boolean> => key !== undefined && (await hasKey(db, taskId, actor.id, key));
