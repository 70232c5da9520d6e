import type { FastifyInstance } from 'fastify';
import type { FilePartDeps } from './commands/deps.ts';
import type { FactDeps } from './commands/facts/index.ts';
import { doubleRoutes } from './routes/doubles.ts';
import { factRoutes } from './routes/facts.ts';
import { importRoutes } from './routes/imports.ts';
import { keepRoutes } from './routes/keep.ts';
import { listRoutes } from './routes/lists.ts';
import { partRoutes } from './routes/parts.ts';
import { requestRoutes } from './routes/requests.ts';

export { findPairs, findPairsOfImport } from './commands/doubles/find.ts';
export { compareSome } from './commands/doubles/rounds.ts';
export { findEnterprises, totalEnterprises } from './commands/find-enterprises.ts';
export { beginImport, endStopped, undoImport } from './commands/imports/begin.ts';
export { keepEnterprises } from './commands/keep.ts';
export { setMainChain } from './commands/main-chain.ts';
export { watchPromises } from './commands/promises/watch-promises.ts';
export { enterprisesByCode, readEnterprise, readOwnEnterprise, seenEnterprise } from './commands/read-enterprise.ts';
export { endTitleInside, giveTitleInside, type TitleAsked } from './commands/titles.ts';

/** Every route of the API of enterprises. */
export function routes(app: FastifyInstance, deps: FilePartDeps & FactDeps): void {
  listRoutes(app, deps);
  keepRoutes(app, deps);
  importRoutes(app, deps);
  doubleRoutes(app, deps);
  requestRoutes(app, deps);
  factRoutes(app, deps);
  partRoutes(app, deps);
}
