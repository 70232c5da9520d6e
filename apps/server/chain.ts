import type { FastifyInstance } from 'fastify';
import type { Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { type ChainDeps, type ChainTables, loadChainServer, schemesOf } from '../../src/chain/index.ts';
import type { PlanDeps } from '../../src/plan/index.ts';
import { programLibrary } from './library.ts';

/** What the slice of chains needs, on the same database as everything else. */
export const chainDeps = ({ db, clock, newId }: Pick<PlanDeps, 'db' | 'clock' | 'newId'>): ChainDeps => ({
  ...{ db: db as unknown as Kysely<ChainTables>, clock, newId },
  schemes: schemesOf(programLibrary()),
  sheetOf: async () => null,
});

/** Who runs a chain, what its chief did, its maps and lists. */
export async function chainRoutes(app: FastifyInstance, deps: ChainDeps, noteFault: NoteFault): Promise<void> {
  const { routes } = await loadChainServer();
  routes(app, deps, noteFault);
}
