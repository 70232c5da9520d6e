import type { FastifyInstance } from 'fastify';
import { asSystem, type Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import type { Gate } from '../../platform/http/gate.ts';
import { rateLimit } from '../../platform/http/rate.ts';
import { type Rounds, startRounds } from '../../platform/jobs/index.ts';
import { systemActor } from '../../src/access/index.ts';
import { type IndicatorDeps, type IndicatorTables, loadIndicatorServer } from '../../src/indicator/index.ts';
import { RefusalError } from '../../src/kernel/index.ts';
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

/** Makes all sheets that should be there by now, without waiting for the next round. */
export async function makeDueSheets(deps: IndicatorDeps): Promise<void> {
  const { keepForms } = await loadIndicatorServer();
  await asSystem(async () => {
    for (;;) if ((await keepForms(deps)) === 0) return;
  });
}

/** Keeps the sums from now on. */
export async function startTotals(deps: IndicatorDeps, noteFault: NoteFault): Promise<Rounds> {
  const { keepTotals } = await loadIndicatorServer();
  return asSystem(() => startRounds({ round: () => keepTotals(deps), onFault: (cause) => noteFault('totals', cause) }));
}

/** Sheets are made in the first minute of their day; a little later is no matter. */
const formsRestMs = 20_000;

/** Makes sheets when their day comes and reminds of those that are due, from now on. */
export async function startForms(deps: IndicatorDeps, noteFault: NoteFault): Promise<Rounds> {
  const { keepForms } = await loadIndicatorServer();
  const round = () => keepForms(deps);
  return asSystem(() => startRounds({ round, onFault: (cause) => noteFault('forms', cause), restMs: formsRestMs }));
}

/** A machine writes at a steady pace; an address that tries tokens does not get far. */
const machineRate = { perSecond: 50, burst: 500 };
const strangeRate = { perSecond: 5, burst: 50 };
const machineRoutes: ReadonlySet<string> = new Set(['PUT /figures']);

/**
 * The same gate, through which machines come as well: with a token in the header `Authorization: Bearer …`, to the routes
 * that are for them and no others. Refuses what is asked too often (`too-many-requests`).
 */
export async function withMachines(gate: Gate, deps: IndicatorDeps): Promise<Gate> {
  const { machineActor } = await loadIndicatorServer();
  const limits = { known: rateLimit(machineRate), strange: rateLimit(strangeRate) };
  const slowDown = (which: keyof typeof limits, key: string): void => {
    const seconds = limits[which].take(key, Date.parse(deps.clock.now()));
    if (seconds > 0) throw new RefusalError({ code: 'too-many-requests', limit: seconds });
  };
  return {
    ...gate,
    admit: async (request, knock) => {
      const [, token] = /^Bearer\s+([A-Za-z0-9_-]{20,200})$/iu.exec(request.headers.authorization ?? '') ?? [];
      if (token === undefined || !machineRoutes.has(knock.route)) return gate.admit(request, knock);
      const actor = await machineActor(token, request.ip, deps);
      if (actor === null) slowDown('strange', request.ip);
      else slowDown('known', actor.id);
      return actor;
    },
  };
}

/** The watch looks slowly: what is wrong with a figure is no matter of seconds. */
const watchRestMs = 15_000;

/** Keeps the warnings from now on. */
export async function startWarnings(deps: IndicatorDeps, noteFault: NoteFault): Promise<Rounds> {
  const { keepWarnings } = await loadIndicatorServer();
  const round = () => keepWarnings(deps);
  return asSystem(() => startRounds({ round, onFault: (cause) => noteFault('warnings', cause), restMs: watchRestMs }));
}

/** Reports are due in the morning; a minute more or less is none. */
const reportsRestMs = 20_000;

/** Makes reports that people have saved with a schedule, from now on. */
export async function startReports(deps: IndicatorDeps, noteFault: NoteFault): Promise<Rounds> {
  const { sendDueReport } = await loadIndicatorServer();
  return asSystem(() =>
    startRounds({
      round: () => sendDueReport(deps),
      onFault: (cause) => noteFault('reports', cause),
      restMs: reportsRestMs,
    }),
  );
}
