import type { FastifyInstance } from 'fastify';
import type { NoteFault } from '../../platform/http/errors.ts';
import type { IndicatorDeps } from './commands/deps.ts';
import { collectionRoutes } from './routes/collection.ts';
import { definitionRoutes } from './routes/definitions.ts';
import { readingRoutes } from './routes/reading.ts';
import { reportRoutes } from './routes/reports.ts';
import { targetRoutes } from './routes/targets.ts';
import { watchRoutes } from './routes/watch.ts';

export { keepForms } from './commands/collection/keep-forms.ts';
export { machineActor } from './commands/collection/machines.ts';
export { findRoster } from './commands/collection/roster.ts';
export { keepTotals } from './commands/fold.ts';
export { figuresOfCell } from './commands/reading/figures.ts';
export { readMatrices } from './commands/reading/matrix.ts';
export { sendDueReport } from './commands/reading/report/send.ts';
export { figuresToDate, type ToDate } from './commands/reading/to-date.ts';
export { seedInventedPast } from './commands/seed-past.ts';
export { syncDefinitions } from './commands/sync-definitions.ts';
export { findTargets } from './commands/target/list-targets.ts';
export { verifyTotals } from './commands/verify-totals.ts';
export { keepWarnings } from './commands/watch/keep-warnings.ts';
export { periodsWithSums, rollupBacklog } from './store.ts';

/** Every route of the API of indicators, area by area. `noteFault` is told what goes wrong after an answer has begun. */
export function routes(app: FastifyInstance, deps: IndicatorDeps, _noteFault: NoteFault): void {
  definitionRoutes(app, deps);
  collectionRoutes(app, deps);
  targetRoutes(app, deps);
  readingRoutes(app, deps);
  reportRoutes(app, deps);
  watchRoutes(app, deps);
}
