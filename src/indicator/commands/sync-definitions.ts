import type { PackLibrary } from '../../kernel/index.ts';
import { definitionsOfLibrary } from '../pack.ts';
import { endDefinitions, periodsWithFigures, putDefinitions, recount } from '../store.ts';
import { type IndicatorDeps, today } from './deps.ts';

const origin = 'packs';

/**
 * Brings the indicators of the packs into the database, as the system; the ones that no pack has any more end. A count of
 * enterprises whose condition has changed is counted anew. A second time it changes nothing.
 */
export async function syncDefinitions(library: PackLibrary, deps: IndicatorDeps): Promise<void> {
  const definitions = definitionsOfLibrary(library);
  const nobody = { regionId: null, unitId: null, chainId: null };
  const changed = await deps.db.transaction().execute(async (db) => {
    const ids = definitions.map(({ id }) => id);
    await endDefinitions(db, origin, ids, today(deps));
    return putDefinitions(
      db,
      definitions.map((definition) => ({ definition, origin, ...nobody })),
      deps.clock.now(),
    );
  });
  const isCount = new Set(definitions.filter(({ of }) => of.kind === 'count').map(({ id }) => id));
  if (!changed.some((id) => isCount.has(id))) return;
  for (const period of await periodsWithFigures(deps.db)) await recount(deps.db, [period]);
}
