import type { FastifyInstance } from 'fastify';
import type { NoteFault } from '../../platform/http/errors.ts';
import type { ReportDeps } from './commands/deps.ts';
import { paperRoutes } from './routes/papers.ts';
import { templateRoutes } from './routes/templates.ts';

export { composeBulletin } from './commands/paper/compose-bulletin.ts';
export { sendBulletin } from './commands/paper/send-bulletin.ts';
export { signBulletin, submitBulletin } from './commands/paper/sign-bulletin.ts';

/** Every route of the API of bulletins. */
export function routes(app: FastifyInstance, deps: ReportDeps, _noteFault: NoteFault): void {
  paperRoutes(app, deps);
  templateRoutes(app, deps);
}
