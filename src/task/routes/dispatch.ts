import type { FastifyInstance } from 'fastify';
import type { TaskDeps } from '../commands/deps.ts';

/** Dispatches: cycles, what is frozen, urging, and their settings. */
export function dispatchRoutes(_app: FastifyInstance, _deps: TaskDeps): void {}
