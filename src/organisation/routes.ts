import type { FastifyInstance } from 'fastify';
import type { ImportDeps } from './commands/import-workbook.ts';
import { dutyRoutes } from './routes/duties.ts';
import { importRoutes } from './routes/imports.ts';
import { peopleRoutes } from './routes/people.ts';
import { registerRoutes } from './routes/registers.ts';

export { organisationSearchers } from './commands/search.ts';
export { seedRegisters } from './commands/seed.ts';
export { seedDemoOrganisation } from './commands/seed-demo.ts';

/** Every route of the organisation API. */
export function routes(app: FastifyInstance, deps: ImportDeps): void {
  registerRoutes(app, deps);
  peopleRoutes(app, deps);
  dutyRoutes(app, deps);
  importRoutes(app, deps);
}
