import type { FastifyInstance } from 'fastify';
import type { TaskDeps } from '../commands/deps.ts';

/** Tasks, the duties of units, and every move. */
export function tasksRoutes(_app: FastifyInstance, _deps: TaskDeps): void {}
