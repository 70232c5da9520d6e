import type { Actor } from '../../../access/index.ts';
import type { TaskJson } from '../../contract.ts';
import { cycleKindNames, periodWords, type Task } from '../../domain/index.ts';
import { readCycle } from '../../store/dispatch/cycles.ts';
import type { TaskDb } from '../../store.ts';
import { cycleFor } from '../dispatch/cycle-for.ts';

/** The dispatch for which a report of the asker's unit would count now; null where none is under way. */
export async function cycleJson(db: TaskDb, task: Task, at: string, { post }: Actor): Promise<TaskJson['cycle']> {
  const own = task.duties.find(({ unit, state }) => unit.id === post?.unitId && state !== 'replaced');
  const { cycleId } = await cycleFor(db, task, at, own?.id ?? null);
  const found = cycleId === null ? undefined : await readCycle(db, cycleId);
  if (found === undefined) return null;
  const { id, kind, period, dueOn, state } = found.cycle;
  return { id, name: `${periodWords(period)}${cycleKindNames[kind]}`, dueOn, closed: state === 'closed' };
}
