import type { FastifyInstance } from 'fastify';
import { asSystem, type Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { type Rounds, startRounds } from '../../platform/jobs/index.ts';
import { calendarOf, type Registers, registersOf } from '../../src/organisation/index.ts';
import type { PlanDeps } from '../../src/plan/index.ts';
import { loadTaskServer, type TaskDeps, type TaskTables } from '../../src/task/index.ts';
import { countEvents } from './count-events.ts';
import { programLibrary } from './library.ts';

let registers: Registers | null = null;

/** What the slice of tasks needs, on the same database as everything else. */
export const taskDeps = ({ db, clock, newId }: Pick<PlanDeps, 'db' | 'clock' | 'newId'>): TaskDeps => ({
  ...{ db: db as unknown as Kysely<TaskTables>, clock, newId },
  calendar: calendarOf(programLibrary()).calendar,
  registers: () => {
    registers ??= registersOf(programLibrary());
    return registers;
  },
  countEvents,
});

/** Tasks, dispatches, meetings and what comes of them. */
export async function taskRoutes(app: FastifyInstance, deps: TaskDeps, noteFault: NoteFault): Promise<void> {
  const { routes } = await loadTaskServer();
  routes(app, deps, noteFault);
}

/** A light that is a few seconds of the new day old is no matter; nor is a figure. */
const tasksRestMs = 20_000;

/** Sets lights of each new day, makes the times of recurring duties and looks at figures, from now on. */
export async function startTasks(deps: TaskDeps, noteFault: NoteFault): Promise<Rounds> {
  const { keepTasks } = await loadTaskServer();
  const round = () => keepTasks(deps);
  return asSystem(() => startRounds({ round, onFault: (cause) => noteFault('tasks', cause), restMs: tasksRestMs }));
}

/** Cycles open in the first minute of their day. */
const cyclesRestMs = 20_000;

/** Plans, opens and closes the cycles of all offices at their day and reminds who has not reported, from now on. */
export async function startCycles(deps: TaskDeps, noteFault: NoteFault): Promise<Rounds> {
  const { keepCycles } = await loadTaskServer();
  const round = () => keepCycles(deps);
  return asSystem(() => startRounds({ round, onFault: (cause) => noteFault('cycles', cause), restMs: cyclesRestMs }));
}
