import type { FastifyInstance } from 'fastify';
import type { ProjectDeps } from './commands/deps.ts';
import { importRoutes } from './routes/imports.ts';
import { listRoutes } from './routes/lists.ts';
import { stepRoutes } from './routes/steps.ts';

export { countProjects, investmentDone } from './commands/count.ts';
export { findProjects } from './commands/find-projects.ts';
export { keepProjects } from './commands/keep.ts';
export { projectSearchers } from './commands/search.ts';

/** Every route of the API of projects. */
export function routes(app: FastifyInstance, deps: ProjectDeps): void {
  listRoutes(app, deps);
  stepRoutes(app, deps);
  importRoutes(app, deps);
}
