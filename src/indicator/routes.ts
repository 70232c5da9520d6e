import type { FastifyInstance } from 'fastify';
import type { NoteFault } from '../../platform/http/errors.ts';
import type { IndicatorDeps } from './commands/deps.ts';
import { definitionRoutes } from './routes/definitions.ts';

export { keepTotals } from './commands/fold.ts';
export { seedInventedPast } from './commands/seed-past.ts';
export { syncDefinitions } from './commands/sync-definitions.ts';

/** Every route of the API of indicators, area by area. `noteFault` is told what goes wrong after an answer has begun. */
export function routes(app: FastifyInstance, deps: IndicatorDeps, _noteFault: NoteFault): void {
  definitionRoutes(app, deps);
}
