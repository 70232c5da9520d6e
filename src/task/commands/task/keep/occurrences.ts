import { systemActor } from '../../../../access/index.ts';
import { type AuditNote, recordInside } from '../../../../audit/index.ts';
import { type Day, dayAt, lastDay, shifted } from '../../../../kernel/index.ts';
import {
  type DueOccurrence,
  missingOccurrences,
  occurrenceTask,
  type Recurrence,
  type Task,
} from '../../../domain/index.ts';
import { apart } from '../../../store/apart.ts';
import { markTimesMade, takeRecurring, timesMade } from '../../../store/due.ts';
import type { TaskDeps } from '../../deps.ts';
import { createInside } from '../create-task.ts';

/** Recurring tasks of one transaction. */
const atOnce = 5;
/** No task is owed more often at once; what is beyond is made in the next round. */
const mostTimes = 200;

/**
 * Makes the times of some recurring duties that have come near, as tasks of their own that are sent at once; as the system. Gives
 * how many recurring tasks were looked at. A time is made once, whichever server looks. A task whose times cannot be made does
 * not keep the others: it is left until the next day, and what was wrong with it is thrown when the others are there.
 */
export async function makeOccurrences(deps: TaskDeps): Promise<number> {
  const faults: unknown[] = [];
  const looked = await makeSome(deps, faults);
  if (faults.length > 0) throw new AggregateError(faults, 'the times of some recurring tasks could not be made');
  return looked;
}

const makeSome = (deps: TaskDeps, faults: unknown[]): Promise<number> =>
  deps.db.transaction().execute(async (db) => {
    const day = dayAt(deps.clock.now());
    const recurring = await takeRecurring(db, day, atOnce);
    const notes: AuditNote[] = [];
    for (const { task, place, sourceName } of recurring) {
      const ofTask: AuditNote[] = [];
      const inside = { db, deps, note: (note: AuditNote) => void ofTask.push(note) };
      try {
        const due = dueTimes(task, await timesMade(db, task.id), day);
        await apart(db, async () => {
          for (const time of due.slice(0, mostTimes))
            await createInside(inside, systemActor, occurrenceTask(task, time, deps.newId()), {
              ...{ place, sourceName, send: true },
            });
        });
        notes.push(...ofTask);
        if (due.length <= mostTimes) await markTimesMade(db, task.id, day);
      } catch (cause) {
        faults.push(new Error(`recurring task ${task.id}`, { cause }));
        await markTimesMade(db, task.id, day);
      }
    }
    if (notes.length > 0) await recordInside({ db, clock: deps.clock }, systemActor, notes);
    return recurring.length;
  });

/** The times that are near and not made, from the day on which the task was sent. */
export function dueTimes(task: Task, made: ReadonlySet<string>, day: Day): DueOccurrence[] {
  const sent = task.duties.flatMap(({ sentOn }) => sentOn ?? []).sort()[0];
  if (sent === undefined) return [];
  const ends = task.recurrences.map((recurrence) => horizon(recurrence, day));
  const last = [...ends].sort().at(-1) ?? day;
  return missingOccurrences(task, made, sent, last).filter(({ index, dueOn }) => dueOn <= (ends[index] ?? day));
}

/** A time is made when its part of the round begins: a monthly one on the first of its month, a yearly one in January. */
function horizon(recurrence: Recurrence, day: Day): Day {
  const ahead = recurrence.kind === 'dated' ? 2 : Math.ceil(recurrence.every / Math.max(1, recurrence.times)) - 1;
  return lastDay(shifted(day.slice(0, 7), ahead));
}
