import { asSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { PlacingRunJson } from '../../contract/map.ts';
import type { ChainMap } from '../../domain/index.ts';
import {
  beginPlacing,
  type ChainDb,
  dropGone,
  endPlacing,
  nextToPlace,
  placedChains,
  type RulePlace,
  readChain,
  readPlacing,
  type StoredPlacing,
  saveRulePlaces,
  type ToPlace,
  takePlacing,
  takeStale,
  theseToPlace,
  wentOn,
  withoutMainChain,
} from '../../store.ts';
import type { ChainDeps } from '../deps.ts';
import { keptChain, placeOf, seenChain } from '../seen.ts';
import { mapOf } from './map-of.ts';
import { runJson } from './run-json.ts';

/** Enterprises that are placed in one go, and saved in one transaction. */
const chunk = 4_000;

/** Asks for all enterprises of the chain's region to be placed by the rule. Refuses while that is under way. */
export async function startPlacing(
  actor: Actor,
  { chainId }: { readonly chainId: string },
  deps: ChainDeps,
): Promise<PlacingRunJson> {
  permit(actor, 'chain.keep');
  await recording(deps, actor, async (db, note) => {
    const chain = await keptChain(actor, chainId, db);
    await mapOf(chain, deps, db);
    const { regionId, unitId } = placeOf(chain);
    const begun = await beginPlacing(db, { chainId, at: deps.clock.now(), by: actor.name, regionId, unitId });
    if (!begun) throw new RefusalError({ code: 'chain-placing-running', field: 'chainId', given: chain.name });
    note({
      action: 'chain.start-placing',
      record: { kind: 'chain', id: chainId, name: chain.name },
      place: placeOf(chain),
      changes: [],
    });
  });
  const run = await readPlacing(deps.db, chainId);
  if (run === undefined) throw new RefusalError({ code: 'chain-file-unknown', field: 'chainId', given: chainId });
  return runJson(run);
}

export async function readPlacingRun(
  actor: Actor,
  { chainId }: { readonly chainId: string },
  deps: ChainDeps,
): Promise<{ run: PlacingRunJson | null }> {
  permit(actor, 'chain.read');
  await seenChain(actor, chainId, deps.db);
  const run = await readPlacing(deps.db, chainId);
  return { run: run === undefined ? null : runJson(run) };
}

/**
 * One round: the next enterprises of the placing that waits longest, or else those that changed. Gives how many there were.
 * Broken off it goes on from the last chunk that was saved.
 */
export async function keepPlaces(deps: ChainDeps): Promise<number> {
  return asSystem(async () => (await goOn(deps)) + (await placeChanged(deps)));
}

async function goOn(deps: ChainDeps): Promise<number> {
  return deps.db.transaction().execute(async (db) => {
    const run = await takePlacing(db);
    if (run === undefined) return 0;
    try {
      return await nextChunk(run, db, deps);
    } catch (cause) {
      if (!(cause instanceof RefusalError)) throw cause;
      await endPlacing(db, run.chainId, deps.clock.now(), cause.refusals.map(({ code }) => code).join('、'));
      return 1;
    }
  });
}

async function nextChunk(run: StoredPlacing, db: ChainDb, deps: ChainDeps): Promise<number> {
  const { chainId, regionId } = run;
  const map = await mapOfId(chainId, db, deps);
  const rows = await nextToPlace(db, { regionId, after: run.seenNo, limit: chunk });
  const last = rows.at(-1);
  if (last === undefined) {
    await dropGone(db, chainId, regionId, null);
    await giveMainChain(db, chainId, null, deps);
    await endPlacing(db, chainId, deps.clock.now(), null);
    return 1;
  }
  const placed = await placeRows(rows, map, chainId, db, deps);
  await wentOn(db, chainId, { seenNo: last.no, read: rows.length, placed });
  return rows.length;
}

async function mapOfId(chainId: string, db: ChainDb, deps: ChainDeps): Promise<ChainMap> {
  const chain = await readChain(db, chainId);
  if (chain === undefined) throw new RefusalError({ code: 'chain-file-unknown', field: 'chainId', given: chainId });
  return (await mapOf(chain, deps, db)).map;
}

/** Places some enterprises by the rule and saves where they stand; gives how many belong to the chain. */
async function placeRows(
  rows: readonly ToPlace[],
  map: ChainMap,
  chainId: string,
  db: ChainDb,
  deps: ChainDeps,
): Promise<number> {
  const ruled = await deps.place(
    map,
    rows.map(({ name, industry, products, scope }) => ({ name, industry, products, scope })),
  );
  const places = rows.flatMap((row, at): RulePlace[] => {
    const found = ruled[at];
    return found === undefined ? [] : [{ ...found, enterpriseId: row.id, regionId: row.regionId, unitId: row.unitId }];
  });
  await saveRulePlaces(db, chainId, places, deps.clock.now());
  return places.filter(({ nodeId }) => nodeId !== null).length;
}

const giveMainChain = async (db: ChainDb, chainId: string, ids: readonly string[] | null, deps: ChainDeps) => {
  const without = await withoutMainChain(db, chainId, ids);
  if (without.length > 0) await deps.setMainChain(db, without, chainId);
};

/** Enterprises that changed are placed anew in every chain that was ever placed. */
async function placeChanged(deps: ChainDeps): Promise<number> {
  return deps.db.transaction().execute(async (db) => {
    const ids = await takeStale(db, chunk);
    if (ids.length === 0) return 0;
    for (const { chainId, regionId } of await placedChains(db)) {
      const rows = await theseToPlace(db, regionId, ids);
      await dropGone(db, chainId, regionId, ids);
      if (rows.length === 0) continue;
      await placeRows(rows, await mapOfId(chainId, db, deps), chainId, db, deps);
      await giveMainChain(db, chainId, ids, deps);
    }
    return ids.length;
  });
}
