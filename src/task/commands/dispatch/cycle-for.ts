import { type Counted, pickCycle, type Task } from '../../domain/index.ts';
import { acceptingCycles } from '../../store/dispatch/cycles.ts';
import type { TaskDb } from '../../store.ts';

/** Whoever freezes needs seconds; a mark that is older was left behind by a server that ended in between. */
const freezingMs = 600_000;

/** Whether somebody is freezing a cycle at an instant. */
export const isFreezing = (since: string | null, at: string): boolean =>
  since !== null && Date.parse(at) - Date.parse(since) < freezingMs;

/**
 * For which dispatch a report of a duty counts that is made at an instant, and whether it is late; for none where no cycle of
 * the task's office takes reports, or it is being frozen. Inside the transaction that keeps the report, after `addingFacts`: what
 * freezes a cycle waits for those that were told that they count.
 */
export async function cycleFor(
  db: TaskDb,
  task: Pick<Task, 'id' | 'duties'>,
  at: string,
  dutyId: string | null = null,
): Promise<Counted> {
  const cycles = (await acceptingCycles(db, task.id)).filter(({ freezingAt }) => !isFreezing(freezingAt, at));
  const reports = dutyId === null ? [] : (task.duties.find(({ id }) => id === dutyId)?.reports ?? []);
  return pickCycle(
    cycles.map(({ cycle }) => cycle),
    reports,
    at,
  );
}
