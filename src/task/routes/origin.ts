import type { FastifyInstance } from 'fastify';
import type { TaskDeps } from '../commands/deps.ts';

/** Where tasks come from: plans and meetings; and what waits for a unit or a chief. */
export function originRoutes(_app: FastifyInstance, _deps: TaskDeps): void {}
