import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { asSystem, type Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { type Rounds, startRounds } from '../../platform/jobs/index.ts';
import {
  type EnterpriseDeps,
  type EnterpriseTables,
  figureKindsOf,
  loadEnterpriseFacts,
  loadEnterpriseServer,
  tagRulesOf,
  titleKindsOf,
} from '../../src/enterprise/index.ts';
import type { PackLibrary } from '../../src/kernel/index.ts';
import type { PlanDeps } from '../../src/plan/index.ts';
import { policyPack } from '../../src/policy/index.ts';
import { instruct } from './instruct.ts';
import { programLibrary } from './library.ts';

/** What the slice of enterprises needs, on the same database as everything else; the program's packs unless others are given. */
export function enterpriseDeps(
  { db, clock, newId }: Pick<PlanDeps, 'db' | 'clock' | 'newId'>,
  library: () => PackLibrary = programLibrary,
): EnterpriseDeps {
  const packs = library();
  return {
    ...{ db: db as unknown as Kysely<EnterpriseTables>, clock, newId },
    ...{ titles: titleKindsOf(packs), figures: figureKindsOf(packs), tags: tagRulesOf(packs) },
  };
}

/** The register of enterprises. */
export async function enterpriseRoutes(
  app: FastifyInstance,
  deps: EnterpriseDeps,
  library: () => PackLibrary = programLibrary,
): Promise<void> {
  const [{ routes }, { factSetup }] = await Promise.all([loadEnterpriseServer(), loadEnterpriseFacts()]);
  const plan = deps as unknown as Pick<PlanDeps, 'db' | 'clock' | 'newId'>;
  routes(app, {
    ...{ ...deps, facts: factSetup(library()), clauses: clausesOf(library) },
    instruct: (actor, task) => instruct(actor, task, plan),
  });
}

/** Every clause of the policies by `policy/clause`, with its title; read when somebody first asks. */
function clausesOf(library: () => PackLibrary): () => ReadonlyMap<string, string> {
  let known: ReadonlyMap<string, string> | null = null;
  return () => {
    known ??= new Map(
      library()
        .of(policyPack)
        .flatMap(({ id, content }) => content.clauses.map((clause) => [`${id}/${clause.id}`, clause.title] as const)),
    );
    return known;
  };
}

/** What ends with a day is told from its first minutes on. */
const enterprisesRestMs = 60_000;

/** After comparing some enterprises the database is left to others for as many times as long. */
const compareRests = 4;

/**
 * Brings titles, tags and what soon ends up to the day when it has changed, ends imports that nobody is at any more, and
 * compares what long lists brought, from now on.
 */
export async function startEnterprises(deps: EnterpriseDeps, noteFault: NoteFault): Promise<Rounds> {
  const { compareSome, endStopped, keepEnterprises, watchPromises } = await loadEnterpriseServer();
  const round = async () => (await endStopped(deps)) + (await watchPromises(deps)) + (await keepEnterprises(deps));
  const compare = async () => {
    const began = performance.now();
    const compared = await compareSome(deps);
    if (compared > 0) await pause(compareRests * (performance.now() - began), null, { ref: false });
    return compared;
  };
  const onFault = (cause: unknown) => noteFault('enterprises', cause);
  const all = asSystem(() =>
    [round, compare].map((each) => startRounds({ round: each, onFault, restMs: enterprisesRestMs })),
  );
  return {
    stop: async () => {
      await Promise.all(all.map((rounds) => rounds.stop()));
    },
  };
}
