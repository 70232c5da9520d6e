import type { FastifyInstance } from 'fastify';
import type { Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import type { PlanDeps } from '../../src/plan/index.ts';
import { loadReportServer, type ReportDeps, type ReportTables } from '../../src/report/index.ts';
import { indicatorDeps } from './indicator.ts';
import { readingsFor } from './report-readings.ts';

/** What the slice of bulletins needs, on the same database as everything else. */
export const reportDeps = (
  { db, clock, newId }: Pick<PlanDeps, 'db' | 'clock' | 'newId'>,
  noteFault: NoteFault,
): ReportDeps => ({
  ...{ db: db as unknown as Kysely<ReportTables>, clock, newId, noteFault },
  readings: readingsFor(indicatorDeps({ db, clock, newId })),
});

/** Bulletins, their templates and files. */
export async function reportRoutes(app: FastifyInstance, deps: ReportDeps, noteFault: NoteFault): Promise<void> {
  const { routes } = await loadReportServer();
  routes(app, deps, noteFault);
}
