import type { FastifyInstance } from 'fastify';
import { asSystem, type Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { type Rounds, startRounds } from '../../platform/jobs/index.ts';
import { type EnterpriseDeps, loadEnterpriseFacts } from '../../src/enterprise/index.ts';
import type { PackLibrary } from '../../src/kernel/index.ts';
import { loadLadderServer, type SelectionDeps, type SelectionTables } from '../../src/ladder/index.ts';
import { calendarOf } from '../../src/organisation/index.ts';
import { programLibrary } from './library.ts';

/** What selection rounds need, over the register and the program's packs unless others are given. */
export async function selectionDeps(
  enterprise: EnterpriseDeps,
  library: () => PackLibrary = programLibrary,
): Promise<SelectionDeps> {
  const { factSetup } = await loadEnterpriseFacts();
  const packs = library();
  const { db, clock, newId } = enterprise;
  return {
    ...{ db: db as unknown as Kysely<SelectionTables>, clock, newId, enterprise, library: packs },
    ...{ facts: { db, clock, facts: factSetup(packs) }, calendar: calendarOf(packs).calendar },
  };
}

export async function selectionRoutes(
  app: FastifyInstance,
  enterprise: EnterpriseDeps,
  library: () => PackLibrary = programLibrary,
): Promise<void> {
  const { selectionRoutes: routes } = await loadLadderServer();
  routes(app, await selectionDeps(enterprise, library));
}

/** A title that is to end on a day ends in its first minutes. */
const selectionsRestMs = 60_000;

/** Ends titles whose day has come, from now on. */
export async function startSelections(enterprise: EnterpriseDeps, noteFault: NoteFault): Promise<Rounds> {
  const deps = await selectionDeps(enterprise);
  const { endDueTitles } = await loadLadderServer();
  const round = () => endDueTitles(deps);
  return asSystem(() =>
    startRounds({ round, onFault: (cause) => noteFault('selections', cause), restMs: selectionsRestMs }),
  );
}
