import type { FastifyInstance } from 'fastify';
import { asSystem, type Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { type Rounds, startRounds } from '../../platform/jobs/index.ts';
import { type EnterpriseDeps, loadEnterpriseFacts } from '../../src/enterprise/index.ts';
import type { PackLibrary } from '../../src/kernel/index.ts';
import { type LadderDeps, type LadderTables, loadLadderServer } from '../../src/ladder/index.ts';
import type { PlanDeps } from '../../src/plan/index.ts';
import { indicatorDeps } from './indicator.ts';
import { programLibrary } from './library.ts';
import { selectionRoutes } from './selection.ts';

/** What the slice of the ladder needs, over the register and the program's packs unless others are given. */
async function ladderDeps(enterprise: EnterpriseDeps, library: () => PackLibrary): Promise<LadderDeps> {
  const { factSetup } = await loadEnterpriseFacts();
  const packs = library();
  const facts = { db: enterprise.db, clock: enterprise.clock, facts: factSetup(packs) };
  const db = enterprise.db as unknown as Kysely<LadderTables>;
  return {
    db,
    enterprise,
    facts,
    library: packs,
    indicator: indicatorDeps(enterprise as unknown as Pick<PlanDeps, 'db' | 'clock' | 'newId'>),
  };
}

/** The ladder, with its rounds of selection. */
export async function ladderRoutes(
  app: FastifyInstance,
  enterprise: EnterpriseDeps,
  library: () => PackLibrary = programLibrary,
): Promise<void> {
  const { routes } = await loadLadderServer();
  routes(app, await ladderDeps(enterprise, library));
  await selectionRoutes(app, enterprise, library);
}

/** An enterprise that changed stands anew in the lists after some seconds; of one place nothing is made more often. */
const ladderRestMs = 10_000;

/** Brings the columns of facts and how everybody stands by every title up to the register and the day, from now on. */
export async function startLadder(
  enterprise: EnterpriseDeps,
  noteFault: NoteFault,
  library: () => PackLibrary = programLibrary,
): Promise<Rounds> {
  const [{ keepColumns }, { keepStandings }] = await Promise.all([loadEnterpriseFacts(), loadLadderServer()]);
  const deps = await ladderDeps(enterprise, library);
  const round = async () => (await keepColumns(deps.facts, ladderRestMs)) + (await keepStandings(deps));
  return asSystem(() => startRounds({ round, onFault: (cause) => noteFault('ladder', cause), restMs: ladderRestMs }));
}
