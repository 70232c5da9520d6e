import type { FastifyInstance } from 'fastify';
import { type EnterpriseDeps, loadEnterpriseFacts } from '../../src/enterprise/index.ts';
import type { PackLibrary } from '../../src/kernel/index.ts';
import { loadLadderServer } from '../../src/ladder/index.ts';
import { programLibrary } from './library.ts';
import { selectionRoutes } from './selection.ts';

/** The ladder, over the register and the program's packs unless others are given. */
export async function ladderRoutes(
  app: FastifyInstance,
  enterprise: EnterpriseDeps,
  library: () => PackLibrary = programLibrary,
): Promise<void> {
  const { factSetup } = await loadEnterpriseFacts();
  const packs = library();
  const facts = { db: enterprise.db, clock: enterprise.clock, facts: factSetup(packs) };
  const { routes } = await loadLadderServer();
  routes(app, { enterprise, facts, library: packs });
  await selectionRoutes(app, enterprise, library);
}
