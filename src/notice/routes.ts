import type { FastifyInstance } from 'fastify';
import type { NoticeDeps } from './commands/deps.ts';
import { messageRoutes } from './routes/messages.ts';
import { outboxRoutes } from './routes/outbox.ts';

export { startDispatcher } from './commands/dispatcher.ts';

/** Every route of the notice API. */
export function routes(app: FastifyInstance, deps: NoticeDeps): void {
  messageRoutes(app, deps);
  outboxRoutes(app, deps);
}
