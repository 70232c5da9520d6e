import type { FastifyInstance } from 'fastify';
import { asSystem, type Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { type Rounds, startRounds } from '../../platform/jobs/index.ts';
import { systemActor } from '../../src/access/index.ts';
import { type IndicatorDeps, type IndicatorTables, loadIndicatorServer } from '../../src/indicator/index.ts';
import type { PlanDeps } from '../../src/plan/index.ts';
import { programLibrary } from './library.ts';

/** What the slice of indicators needs, on the same database as everything else. */
export const indicatorDeps = ({ db, clock, newId }: Pick<PlanDeps, 'db' | 'clock' | 'newId'>): IndicatorDeps => ({
  ...{ db: db as unknown as Kysely<IndicatorTables>, clock, newId },
});

/** Indicators, targets, reports and what they come to. */
export async function indicatorRoutes(app: FastifyInstance, deps: IndicatorDeps, noteFault: NoteFault): Promise<void> {
  const { routes } = await loadIndicatorServer();
  routes(app, deps, noteFault);
}

/** Brings the indicators of the packs up to this version of the program; a second time it changes nothing. */
export async function seedIndicators(deps: IndicatorDeps): Promise<void> {
  const { syncDefinitions } = await loadIndicatorServer();
  await asSystem(() => syncDefinitions(programLibrary(), deps));
}

/** What the enterprises of the invented city have reported, for a demo. Gives how many figures it put. */
export async function seedPast(deps: IndicatorDeps): Promise<number> {
  const { seedInventedPast } = await loadIndicatorServer();
  return asSystem(() => seedInventedPast(systemActor, programLibrary(), deps));
}

/** Keeps the sums from now on. */
export async function startTotals(deps: IndicatorDeps, noteFault: NoteFault): Promise<Rounds> {
  const { keepTotals } = await loadIndicatorServer();
  return asSystem(() => startRounds({ round: () => keepTotals(deps), onFault: (cause) => noteFault('totals', cause) }));
}
