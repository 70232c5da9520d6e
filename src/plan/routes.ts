import type { FastifyInstance } from 'fastify';
import type { NoteFault } from '../../platform/http/errors.ts';
import type { PlanDeps } from './commands/deps.ts';
import { draftRoutes } from './routes/draft.ts';
import { fileRoutes } from './routes/files.ts';
import { importRoutes } from './routes/imports.ts';
import { itemRoutes } from './routes/items.ts';
import { planRoutes } from './routes/plans.ts';

export { closeUnfinishedImports } from './commands/close-unfinished-imports.ts';
export { findDocument } from './commands/find-document.ts';
export { readEdition, readPlanDetail } from './commands/read-plan.ts';
export { planSearchers } from './commands/search-plan.ts';
export { conflictAnswer } from './routes/answers.ts';

/** Every route of the plan API. `noteFault` is told what goes wrong after an answer has been given. */
export function routes(app: FastifyInstance, deps: PlanDeps, noteFault: NoteFault): void {
  importRoutes(app, deps, noteFault);
  planRoutes(app, deps);
  draftRoutes(app, deps);
  itemRoutes(app, deps);
  fileRoutes(app, deps);
}
