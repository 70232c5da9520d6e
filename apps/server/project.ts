import type { FastifyInstance } from 'fastify';
import { asSystem, type Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { type Rounds, startRounds } from '../../platform/jobs/index.ts';
import { calendarOf } from '../../src/organisation/index.ts';
import type { PlanDeps } from '../../src/plan/index.ts';
import { loadProjectServer, type ProjectDeps, type ProjectTables, projectNormsOf } from '../../src/project/index.ts';
import { programLibrary } from './library.ts';

/** What the slice of projects needs, on the same database as everything else. */
export function projectDeps({ db, clock, newId }: Pick<PlanDeps, 'db' | 'clock' | 'newId'>): ProjectDeps {
  const library = programLibrary();
  const { calendar } = calendarOf(library);
  return { db: db as unknown as Kysely<ProjectTables>, clock, newId, calendar, norms: projectNormsOf(library) };
}

/** Projects, their stages and investment. */
export async function projectRoutes(app: FastifyInstance, deps: ProjectDeps): Promise<void> {
  const { routes } = await loadProjectServer();
  routes(app, deps);
}

/** What is late is so from the first minute of a day; some minutes are no matter. */
const projectsRestMs = 60_000;

/** Looks at all projects anew when the day has changed, from now on. */
export async function startProjects(deps: ProjectDeps, noteFault: NoteFault): Promise<Rounds> {
  const { keepProjects } = await loadProjectServer();
  const round = () => keepProjects(deps);
  return asSystem(() =>
    startRounds({ round, onFault: (cause) => noteFault('projects', cause), restMs: projectsRestMs }),
  );
}
