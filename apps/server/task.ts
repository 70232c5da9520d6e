import type { FastifyInstance } from 'fastify';
import type { Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { calendarOf, type Registers, registersOf } from '../../src/organisation/index.ts';
import type { PlanDeps } from '../../src/plan/index.ts';
import { loadTaskServer, type TaskDeps, type TaskTables } from '../../src/task/index.ts';
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
});

/** Tasks, dispatches, meetings and what comes of them. */
export async function taskRoutes(app: FastifyInstance, deps: TaskDeps, noteFault: NoteFault): Promise<void> {
  const { routes } = await loadTaskServer();
  routes(app, deps, noteFault);
}
