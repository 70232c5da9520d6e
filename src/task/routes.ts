import type { FastifyInstance } from 'fastify';
import type { NoteFault } from '../../platform/http/errors.ts';
import type { TaskDeps } from './commands/deps.ts';
import { dispatchRoutes } from './routes/dispatch.ts';
import { originRoutes } from './routes/origin.ts';
import { tasksRoutes } from './routes/tasks.ts';

/** Every route of the API of tasks, area by area. `noteFault` is told what goes wrong after an answer has begun. */
export function routes(app: FastifyInstance, deps: TaskDeps, _noteFault: NoteFault): void {
  tasksRoutes(app, deps);
  dispatchRoutes(app, deps);
  originRoutes(app, deps);
}
