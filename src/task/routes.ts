import type { FastifyInstance } from 'fastify';
import type { NoteFault } from '../../platform/http/errors.ts';
import type { TaskDeps } from './commands/deps.ts';
import { dispatchRoutes } from './routes/dispatch.ts';
import { originRoutes } from './routes/origin.ts';
import { tasksRoutes } from './routes/tasks.ts';

export * as byHand from './commands/by-hand.ts';
export { keepCycles } from './commands/dispatch/keep-cycles.ts';
export { answerOnTasks, letterOnTasks } from './commands/dispatch/paper-letter.ts';
export { verifyCycles } from './commands/dispatch/verify.ts';
export { keepCounted } from './commands/task/keep/count.ts';
export { keepTasks } from './commands/task/keep/index.ts';
export { taskSearchers } from './commands/task/search.ts';
export { verifyTasks } from './commands/task/verify.ts';
export { takeSeriesNumber } from './store/dispatch/letters.ts';

/** Every route of the API of tasks, area by area. `noteFault` is told what goes wrong after an answer has begun. */
export function routes(app: FastifyInstance, deps: TaskDeps, _noteFault: NoteFault): void {
  tasksRoutes(app, deps);
  dispatchRoutes(app, deps);
  originRoutes(app, deps);
}
