import type { FastifyInstance } from 'fastify';
import type { NoteFault } from '../../platform/http/errors.ts';
import type { PolicyDeps } from './commands/deps.ts';
import { entitlementRoutes } from './routes/entitlements.ts';
import { libraryRoutes } from './routes/library.ts';
import { policyRoutes } from './routes/policies.ts';
import { sandboxRoutes } from './routes/sandbox.ts';

export { policySearchers } from './commands/search.ts';
export { openShelf } from './commands/shelf.ts';

/** Every route of the policy API, area by area. `noteFault` is told what goes wrong after an answer has begun. */
export function routes(app: FastifyInstance, deps: PolicyDeps, noteFault: NoteFault): void {
  libraryRoutes(app, deps);
  policyRoutes(app, deps);
  entitlementRoutes(app, deps);
  sandboxRoutes(app, deps, noteFault);
}
