import type { FastifyInstance } from 'fastify';
import type { Kysely } from '../../platform/db/index.ts';
import {
  type EnterpriseDeps,
  type EnterpriseTables,
  figureKindsOf,
  loadEnterpriseServer,
  titleKindsOf,
} from '../../src/enterprise/index.ts';
import type { PackLibrary } from '../../src/kernel/index.ts';
import type { PlanDeps } from '../../src/plan/index.ts';
import { programLibrary } from './library.ts';

/** What the slice of enterprises needs, on the same database as everything else; the program's packs unless others are given. */
export function enterpriseDeps(
  { db, clock, newId }: Pick<PlanDeps, 'db' | 'clock' | 'newId'>,
  library: () => PackLibrary = programLibrary,
): EnterpriseDeps {
  const packs = library();
  return {
    ...{ db: db as unknown as Kysely<EnterpriseTables>, clock, newId },
    ...{ titles: titleKindsOf(packs), figures: figureKindsOf(packs), tags: [] },
  };
}

/** The register of enterprises. */
export async function enterpriseRoutes(app: FastifyInstance, deps: EnterpriseDeps): Promise<void> {
  const { routes } = await loadEnterpriseServer();
  routes(app, deps);
}
