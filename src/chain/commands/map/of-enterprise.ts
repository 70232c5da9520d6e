import { type Actor, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { EnterprisePlaceJson } from '../../contract/map.ts';
import { type ChainMap, mapOn, withEditions } from '../../domain/index.ts';
import {
  type EnterprisePlace,
  editionsOf,
  type PastPlace,
  pastOf,
  placesOf,
  readChain,
  seesEnterprise,
} from '../../store.ts';
import { type ChainDeps, today } from '../deps.ts';
import { mayKeep } from '../seen.ts';
import { namedNode } from './correct.ts';

/** Where an enterprise in sight stands in each chain, with what comes before and after it there. */
export async function readEnterprisePlaces(
  actor: Actor,
  { enterpriseId }: { readonly enterpriseId: string },
  deps: ChainDeps,
): Promise<{ places: EnterprisePlaceJson[] }> {
  permit(actor, 'enterprise.read');
  const { db } = deps;
  if (!(await seesEnterprise(db, enterpriseId)))
    throw new RefusalError({ code: 'enterprise-unknown', field: 'enterpriseId', given: enterpriseId });
  const [places, past] = await Promise.all([placesOf(db, enterpriseId), pastOf(db, enterpriseId)]);
  const told: EnterprisePlaceJson[] = [];
  for (const place of places) {
    const pack = mapOn(deps.maps, place.chainId, today(deps));
    const chain = await readChain(db, place.chainId);
    if (pack === undefined || chain === undefined) continue;
    const map = withEditions(pack, await editionsOf(db, place.chainId), today(deps));
    const before = past.filter(({ chainId }) => chainId === place.chainId);
    told.push(placeJson(place, map, before, mayKeep(actor, chain)));
  }
  return { places: told };
}

function placeJson(
  { nodeId, regionId: _region, ...place }: EnterprisePlace,
  map: ChainMap,
  past: readonly PastPlace[],
  mayChange: boolean,
): EnterprisePlaceJson {
  const stageId = map.nodes.find(({ id }) => id === nodeId)?.stage;
  const beside = (id: string, flows: string) => ({ ...(namedNode(map, id) ?? { id, name: id }), flows });
  return {
    ...place,
    node: namedNode(map, nodeId),
    stage: map.stages.find(({ id }) => id === stageId) ?? null,
    before: map.links.filter(({ to }) => to === nodeId).map(({ from, flows }) => beside(from, flows)),
    after: map.links.filter(({ from }) => from === nodeId).map(({ to, flows }) => beside(to, flows)),
    history: past.map(({ chainId: _chain, nodeId: was, ...rest }) => ({ ...rest, node: namedNode(map, was) })),
    mayKeep: mayChange,
  };
}
