import { asSystem } from '../../../../platform/db/index.ts';
import { type Actor, covers, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { ChainMapJson, MapRowJson, RegionRowJson } from '../../contract/map.ts';
import { type ChainMap, mapOn, type NodeStanding, rulesOf, standingsOf } from '../../domain/index.ts';
import {
  countChains,
  countGaps,
  countNodes,
  countRegions,
  listChains,
  readPlacing,
  regionsBelow,
  type StoredChain,
} from '../../store.ts';
import { type ChainDeps, today } from '../deps.ts';
import { mayKeep, placeOf, seenChain, sees } from '../seen.ts';
import { figureYear, mapOf } from './map-of.ts';
import { runJson } from './run-json.ts';

/** Regions whose enterprises the actor may count on a chain; null: all of its own. */
export const countedFor = ({ reach }: Actor, chain: StoredChain): readonly string[] | null =>
  covers(reach, placeOf(chain)) ? null : [...reach.regions];

/** How every node of a map stands, in a region of the chain or in all that the actor may count. */
export async function standings(
  actor: Actor,
  chain: StoredChain,
  map: ChainMap,
  deps: ChainDeps,
  region: string | null = null,
): Promise<ReadonlyMap<string, NodeStanding>> {
  const regions = region === null ? countedFor(actor, chain) : [region];
  const counted = { chainId: chain.id, regions, year: figureYear(deps) };
  return standingsOf(map, await asSystem(() => countNodes(deps.db, counted)));
}

/** The map of a chain with how its nodes stand. Refuses a region that is not of the chain or that the actor may not count. */
export async function readChainMap(
  actor: Actor,
  { chainId, region }: { readonly chainId: string; readonly region?: string | undefined },
  deps: ChainDeps,
): Promise<ChainMapJson> {
  permit(actor, 'chain.read');
  const { db } = deps;
  const chain = await seenChain(actor, chainId, db);
  const { map, pack, editions } = await mapOf(chain, deps, db);
  const regions = (await regionsBelow(db, chain.regionId)).filter(({ id }) => maySee(actor, chain, id));
  const shown = region === undefined ? null : regions.find(({ id }) => id === region);
  if (shown === undefined)
    throw new RefusalError({ code: 'chain-region-unknown', field: 'region', given: region ?? null });
  const only = shown === null || shown.id === chain.regionId ? null : shown.id;
  const [standing, gaps, run] = await Promise.all([
    standings(actor, chain, map, deps, only),
    countGaps(db, chainId),
    readPlacing(db, chainId),
  ]);
  const [edition] = editions;
  const known = new Set(pack.nodes.map(({ id }) => id));
  return {
    ...{
      chainId,
      chainName: chain.name,
      mapId: map.id,
      mapName: map.name,
      source: map.source,
      from: map.from,
      to: map.to,
    },
    region: shown ?? { id: chain.regionId, name: chain.regionName },
    regions,
    year: figureYear(deps),
    stages: [...map.stages],
    nodes: map.nodes.map((node) => ({
      ...{ id: node.id, name: node.name, stage: node.stage, kind: node.kind, also: [...node.also] },
      codes: node.codes.map(({ code, weight }) => ({ code, weight, name: deps.industries.names.get(code) ?? null })),
      ...{ words: [...node.words], hints: [...node.hints], not: [...node.not] },
      ...{ technologies: [...node.technologies], applications: [...node.applications], local: !known.has(node.id) },
      standing: standingOf(standing, node.id),
      gaps: gaps.get(node.id) ?? 0,
    })),
    links: map.links.map((link) => ({ ...link })),
    rules: rulesOf(map),
    totals: totalsOf([...standing.values()]),
    revision: edition?.revision ?? 0,
    ...{ changedBy: edition?.by ?? null, changedAt: edition?.at ?? null },
    run: run === undefined ? null : runJson(run),
    mayKeep: mayKeep(actor, chain),
  };
}

/** A region below the chain's, where the actor may count it: all of them for who keeps the chain. */
const maySee = (actor: Actor, chain: StoredChain, regionId: string): boolean =>
  countedFor(actor, chain) === null || regionId === chain.regionId || actor.reach.regions.has(regionId);

function standingOf(standing: ReadonlyMap<string, NodeStanding>, id: string): NodeStanding {
  const found = standing.get(id);
  if (found === undefined) throw new Error(`no standing of ${id}`);
  return found;
}

function totalsOf(all: readonly NodeStanding[]): ChainMapJson['totals'] {
  const sum = (of: (standing: NodeStanding) => number | null): number | null => {
    const known = all.map(of).filter((each) => each !== null);
    return known.length === 0 ? null : Math.round(known.reduce((total, each) => total + each, 0) * 100) / 100;
  };
  const count = (state: NodeStanding['state']) => all.filter((each) => each.state === state).length;
  return {
    enterprises: sum(({ enterprises }) => enterprises) ?? 0,
    ...{ output: sum(({ output }) => output), employees: sum(({ employees }) => employees) },
    ...{ strong: count('strong'), weak: count('weak'), missing: count('missing') },
  };
}

/** The chains in sight that have a map. */
export async function listChainMaps(actor: Actor, deps: ChainDeps): Promise<{ maps: MapRowJson[] }> {
  permit(actor, 'chain.read');
  const { reach } = actor;
  const ids = [...reach.chains].map((pair) => pair.slice(0, pair.lastIndexOf('@')));
  const asked = reach.everything ? { regions: null, ids: [] } : { regions: [...reach.regions, ...reach.above], ids };
  const chains = (await listChains(deps.db, asked)).filter((chain) => sees(actor, chain));
  const mapped = chains.flatMap((chain) => {
    const map = mapOn(deps.maps, chain.id, today(deps));
    return map === undefined ? [] : [{ chain, map }];
  });
  const whole = mapped.filter(({ chain }) => countedFor(actor, chain) === null).map(({ chain }) => chain.id);
  const counts = await asSystem(() => countChains(deps.db, whole));
  return {
    maps: mapped.map(({ chain, map }) => ({
      ...{ chainId: chain.id, chainName: chain.name, regionId: chain.regionId, regionName: chain.regionName },
      ...{ mapId: map.id, mapName: map.name, nodes: map.nodes.length, enterprises: counts.get(chain.id) ?? 0 },
    })),
  };
}

/** What the regions below the chain have of each node. */
export async function readChainRegions(
  actor: Actor,
  { chainId }: { readonly chainId: string },
  deps: ChainDeps,
): Promise<{ regions: RegionRowJson[] }> {
  permit(actor, 'chain.read');
  const chain = await seenChain(actor, chainId, deps.db);
  const counted = { chainId, regions: countedFor(actor, chain), year: figureYear(deps) };
  const rows = await asSystem(() => countRegions(deps.db, counted, chain.regionId));
  return {
    regions: [...Map.groupBy(rows, ({ regionId }) => regionId)].map(([regionId, held]) => ({
      ...{ regionId, regionName: held[0]?.regionName ?? regionId },
      enterprises: held.reduce((sum, { enterprises }) => sum + enterprises, 0),
      ...{ output: added(held.map(({ output }) => output)), employees: added(held.map(({ employees }) => employees)) },
      nodes: held.map(({ nodeId, enterprises, output }) => ({ nodeId, enterprises, output })),
    })),
  };
}

const added = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((each) => each !== null);
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0);
};
