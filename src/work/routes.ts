import type { FastifyInstance } from 'fastify';
import type { WorkDeps } from './commands/deps.ts';
import { itemRoutes } from './routes/items.ts';
import { ownRoutes } from './routes/own.ts';

/** Every route of the work API. */
export function routes(app: FastifyInstance, deps: WorkDeps): void {
  itemRoutes(app, deps);
  ownRoutes(app, deps);
}
