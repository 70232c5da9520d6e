import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { PlacedJson } from '../../contract/map.ts';
import type { ChainMap } from '../../domain/index.ts';
import {
  type ChainDb,
  deletePlace,
  type ListedPlace,
  listPlacedRows,
  lockPlace,
  type PlacedSearch,
  placedEnterprise,
  putPlace,
  readPlaced,
  type StoredChain,
  type StoredPlace,
  type ToPlace,
} from '../../store.ts';
import type { ChainDeps } from '../deps.ts';
import { keptChain, placeOf, seenChain } from '../seen.ts';
import { figureYear, mapOf } from './map-of.ts';

/** One page of the enterprises in sight that have a place on the map of a chain. */
export async function listPlaced(
  actor: Actor,
  { chainId, ...asked }: PlacedSearch & { readonly chainId: string },
  page: { readonly limit: number; readonly offset: number },
  deps: ChainDeps,
): Promise<{ rows: PlacedJson[]; total: number; capped: boolean }> {
  permit(actor, 'chain.read');
  const chain = await seenChain(actor, chainId, deps.db);
  const { map } = await mapOf(chain, deps, deps.db);
  const found = await listPlacedRows(deps.db, { ...asked, ...page, chainId, year: figureYear(deps) });
  return { ...found, rows: found.rows.map((row) => placedJson(row, map, deps)) };
}

export const namedNode = ({ nodes }: ChainMap, id: string | null): { id: string; name: string } | null =>
  id === null ? null : { id, name: nodes.find((node) => node.id === id)?.name ?? id };

const placedJson = (
  { nodeId, secondId, products, ...row }: ListedPlace,
  map: ChainMap,
  { industries }: ChainDeps,
): PlacedJson => ({
  ...{ ...row, products: [...products], node: namedNode(map, nodeId), second: namedNode(map, secondId) },
  industryName: row.industry === null ? null : (industries.names.get(row.industry) ?? null),
});

interface Which {
  readonly chainId: string;
  readonly enterpriseId: string;
}

interface Kept {
  readonly db: ChainDb;
  readonly chain: StoredChain;
  readonly map: ChainMap;
  readonly enterprise: ToPlace & { readonly mainChain: string | null };
  readonly before: StoredPlace | undefined;
}

/** Says where an enterprise stands, or that it is of no node; a later placing leaves it there. */
export async function placeEnterprise(
  actor: Actor,
  { chainId, enterpriseId, nodeId, reason }: Which & { readonly nodeId: string | null; readonly reason: string },
  deps: ChainDeps,
): Promise<PlacedJson> {
  permit(actor, 'chain.keep');
  return correct(actor, { chainId, enterpriseId }, deps, { action: 'chain.place', reason }, async (kept) => {
    const { db, map, enterprise, before } = kept;
    if (nodeId !== null && !map.nodes.some(({ id }) => id === nodeId))
      throw new RefusalError({ code: 'chain-node-unknown', field: 'nodeId', given: nodeId });
    const [ruled] = await deps.place(map, [enterprise]);
    await putPlace(db, before, {
      ...{
        chain_id: chainId,
        enterprise_id: enterpriseId,
        node_id: nodeId,
        score: ruled?.score ?? 0,
        reason: reason.trim(),
      },
      ...{ second_id: ruled?.nodeId ?? null, by_kind: 'person', by_name: actor.name, at: deps.clock.now() },
      ...{ region_id: enterprise.regionId, unit_id: enterprise.unitId },
    });
    if (nodeId !== null && enterprise.mainChain === null) await deps.setMainChain(db, [enterpriseId], chainId);
    if (nodeId === null && enterprise.mainChain === chainId) await deps.setMainChain(db, [enterpriseId], null);
    return nodeId;
  });
}

/** Gives the enterprise back to the rule. Refuses where it is the rule that placed it. */
export async function releasePlace(
  actor: Actor,
  { chainId, enterpriseId, reason }: Which & { readonly reason: string },
  deps: ChainDeps,
): Promise<PlacedJson> {
  permit(actor, 'chain.keep');
  return correct(actor, { chainId, enterpriseId }, deps, { action: 'chain.release-place', reason }, async (kept) => {
    const { db, map, enterprise, before } = kept;
    if (before === undefined)
      throw new RefusalError({ code: 'chain-place-unknown', field: 'enterpriseId', given: enterpriseId });
    if (before.by_kind === 'rule')
      throw new RefusalError({ code: 'chain-place-ruled', field: 'enterpriseId', given: enterpriseId });
    const [ruled] = await deps.place(map, [enterprise]);
    const nodeId = ruled?.nodeId ?? null;
    await putPlace(db, before, {
      ...before,
      // Of no node there is no row by rule: it is kept until this answer is made, and then taken away.
      ...(nodeId === null ? {} : { by_kind: 'rule' as const, by_name: null }),
      ...{ node_id: nodeId, score: ruled?.score ?? 0, reason: ruled?.reason ?? '', second_id: ruled?.secondId ?? null },
      ...{ at: deps.clock.now() },
    });
    return nodeId;
  });
}

async function correct(
  actor: Actor,
  { chainId, enterpriseId }: Which,
  deps: ChainDeps,
  { action, reason }: { readonly action: 'chain.place' | 'chain.release-place'; readonly reason: string },
  decide: (kept: Kept) => Promise<string | null>,
): Promise<PlacedJson> {
  return recording(deps, actor, async (db, note) => {
    const chain = await keptChain(actor, chainId, db);
    const { map } = await mapOf(chain, deps, db);
    const enterprise = await placedEnterprise(db, enterpriseId);
    if (enterprise === undefined)
      throw new RefusalError({ code: 'enterprise-unknown', field: 'enterpriseId', given: enterpriseId });
    const before = await lockPlace(db, chainId, enterpriseId);
    const after = await decide({ db, chain, map, enterprise, before });
    const row = await readPlaced(db, chainId, enterpriseId, figureYear(deps));
    if (row === undefined)
      throw new RefusalError({ code: 'chain-place-unknown', field: 'enterpriseId', given: enterpriseId });
    if (action === 'chain.release-place' && after === null) await deletePlace(db, chainId, enterpriseId);
    note({
      ...{ action, reason, record: { kind: 'chain', id: chainId, name: `${chain.name} ${enterprise.name}` } },
      place: placeOf(chain),
      changes: [
        {
          field: 'node',
          before: namedNode(map, before?.node_id ?? null)?.name ?? null,
          after: namedNode(map, after)?.name ?? null,
        },
      ],
    });
    return placedJson(row, map, deps);
  });
}
