import { type Actor, permit } from '../../access/index.ts';
import type { ChainFileJson, ChainRowJson } from '../contract.ts';
import { actsOfYear, emptyContent } from '../domain/index.ts';
import { actsOf, countEntries, listChains, mapsOf, partsOfChain, type StoredAct, type StoredChain } from '../store.ts';
import { type ChainDeps, today } from './deps.ts';
import { mayKeep, schemeOf, seenChain, sees } from './seen.ts';

const thisYear = (deps: ChainDeps): number => Number(today(deps).slice(0, 4));

/** The chains that the actor may see, with who runs them and what was held in a year (this one where none is given). */
export async function listChainFiles(
  actor: Actor,
  asked: { readonly year?: number | undefined },
  deps: ChainDeps,
): Promise<{ year: number; chains: ChainRowJson[] }> {
  permit(actor, 'chain.read');
  const year = asked.year ?? thisYear(deps);
  const chains = (await listChains(deps.db, regionsOf(actor))).filter((chain) => sees(actor, chain));
  const held = await actsOf(
    deps.db,
    chains.map(({ id }) => id),
    year,
  );
  const byChain = Map.groupBy(held, ({ chainId }) => chainId);
  return { year, chains: chains.map((chain) => rowOf(actor, chain, byChain.get(chain.id) ?? [], year, deps)) };
}

/** All regions for whom the platform is open; else those of his reach and those above. Chains of a narrowed grant by id. */
function regionsOf({ reach }: Actor): { regions: string[] | null; ids: string[] } {
  if (reach.everything) return { regions: null, ids: [] };
  const ids = [...reach.chains].map((pair) => pair.slice(0, pair.lastIndexOf('@')));
  return { regions: [...reach.regions, ...reach.above], ids };
}

function rowOf(
  actor: Actor,
  chain: StoredChain,
  held: readonly StoredAct[],
  year: number,
  deps: ChainDeps,
): ChainRowJson {
  return {
    ...{ id: chain.id, name: chain.name, regionId: chain.regionId, regionName: chain.regionName },
    parentId: chain.parentId,
    chiefs: (chain.content?.chiefs ?? []).map(({ name }) => name),
    leadUnit: chain.content?.leadUnit?.name ?? null,
    acts: actsJson(chain, held, year, deps),
    mayKeep: mayKeep(actor, chain),
  };
}

const actsJson = (
  chain: StoredChain,
  held: readonly StoredAct[],
  year: number,
  deps: ChainDeps,
): ChainRowJson['acts'] =>
  actsOfYear(schemeOf(chain, deps).acts, held, year, today(deps)).map(({ norm, periods }) => ({
    ...norm,
    periods: [...periods],
  }));

/** All that is kept of a chain, with what was held in a year. */
export async function readChainFile(
  actor: Actor,
  asked: { readonly chainId: string; readonly year?: number | undefined },
  deps: ChainDeps,
): Promise<ChainFileJson> {
  permit(actor, 'chain.read');
  const { db } = deps;
  const { chainId, year = thisYear(deps) } = asked;
  const chain = await seenChain(actor, chainId, db);
  const scheme = schemeOf(chain, deps);
  const [held, maps, counted, parts] = await Promise.all([
    actsOf(db, [chainId], year),
    mapsOf(db, chainId),
    countEntries(db, chainId),
    partsOfChain(db, chainId),
  ]);
  const nameOf = new Map(scheme.acts.map(({ id, name }) => [id, name]));
  const { parentId, parentName } = chain;
  return {
    ...{ id: chain.id, name: chain.name, regionId: chain.regionId, regionName: chain.regionName, parts },
    parent: parentId === null ? null : { id: parentId, name: parentName ?? parentId },
    revision: chain.revision,
    content: contentJson(chain),
    ...{ changedBy: chain.changedBy, changedAt: chain.changedAt, year },
    acts: actsJson(chain, held, year, deps),
    held: held.map(({ chainId: _chain, ...act }) => ({ ...act, kindName: nameOf.get(act.kind) ?? act.kind })),
    maps: scheme.maps.map(({ id, name, of = null }) => ({
      ...{ id, name, of },
      versions: maps.filter(({ mapId }) => mapId === id).map(({ mapId: _map, ...version }) => version),
    })),
    lists: scheme.lists.map(({ id, name, of }) => ({
      ...{ id, name, of },
      count: of === 'entries' ? (counted.get(id)?.count ?? 0) : null,
      open: of === 'entries' ? (counted.get(id)?.open ?? 0) : null,
    })),
    mayKeep: mayKeep(actor, chain),
  };
}

function contentJson({ content }: StoredChain): ChainFileJson['content'] {
  const { chiefs, places, ...rest } = content ?? emptyContent;
  return { ...rest, chiefs: [...chiefs], places: [...places] };
}
