import type { FastifyInstance } from 'fastify';
import type { AccountDeps } from './commands/deps.ts';
import { accountsRoutes } from './routes/accounts.ts';
import type { Edge } from './routes/edge.ts';
import { ownRoutes } from './routes/own.ts';
import { wayInRoutes } from './routes/way-in.ts';

export { createAdministrators, firstLinks } from './commands/first-administrators.ts';
export { forgetOldAttempts } from './commands/forget-old.ts';
export { operatorCommands } from './commands/operator.ts';
export { claimForDemo, refuseDemo, seedDemoAccounts } from './commands/seed-demo.ts';
export { edgeFor } from './routes/edge.ts';
export { sessionGate } from './routes/gate.ts';

/** Every route of the account API. */
export function routes(app: FastifyInstance, deps: AccountDeps, edge: Edge): void {
  wayInRoutes(app, deps, edge);
  ownRoutes(app, deps, edge);
  accountsRoutes(app, deps);
}
