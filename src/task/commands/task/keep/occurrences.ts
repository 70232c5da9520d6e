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
import { markTimesMade, takeRecurring, timesMade } from '../../../store/due.ts';
import type { TaskDeps } from '../../deps.ts';
import { createInside } from '../create-task.ts';

/** Recurring tasks of one transaction. */
const atOnce = 5;
/** No task is owed more often at once; what is beyond is made in the next round. */
const mostTimes = 200;

/**
 * Makes the times of some recurring duties that have come near, as tasks of their own that are sent at once; as the system. Gives
 * how many recurring tasks were looked at. A time is made once, whichever server looks.
 */
export const makeOccurrences = (deps: TaskDeps): Promise<number> =>
  deps.db.transaction().execute(async (db) => {
    const day = dayAt(deps.clock.now());
    const recurring = await takeRecurring(db, day, atOnce);
    const notes: AuditNote[] = [];
    for (const { task, place, sourceName } of recurring) {
      const due = dueTimes(task, await timesMade(db, task.id), day);
      const inside = { db, deps, note: (note: AuditNote) => void notes.push(note) };
      for (const time of due.slice(0, mostTimes))
        await createInside(inside, systemActor, occurrenceTask(task, time, deps.newId()), {
          ...{ place, sourceName, send: true },
        });
      if (due.length <= mostTimes) await markTimesMade(db, task.id, day);
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
