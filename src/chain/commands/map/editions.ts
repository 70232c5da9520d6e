import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { MapEditionJson, MapEditsJson } from '../../contract/map.ts';
import { checkEdits } from '../../domain/index.ts';
import { editionsOf, insertEdition, type StoredEdition } from '../../store.ts';
import { type ChainDeps, today } from '../deps.ts';
import { keptChain, placeOf, seenChain } from '../seen.ts';
import { mapOf } from './map-of.ts';

const editionJson = ({ edits, ...edition }: StoredEdition): MapEditionJson => ({
  ...edition,
  edits: structuredClone(edits) as MapEditsJson,
});

export async function listMapEditions(
  actor: Actor,
  { chainId }: { readonly chainId: string },
  deps: ChainDeps,
): Promise<{ editions: MapEditionJson[] }> {
  permit(actor, 'chain.read');
  await seenChain(actor, chainId, deps.db);
  return { editions: (await editionsOf(deps.db, chainId)).map(editionJson) };
}

/**
 * Keeps what the office changes on the map of the pack, from a day on; the whole of it each time, so that an edition says all.
 * Refuses when somebody kept one meanwhile, and what would not be a map any more.
 */
export async function saveMapEdition(
  actor: Actor,
  asked: {
    readonly chainId: string;
    readonly revision: number;
    readonly from: string;
    readonly reason: string;
    readonly edits: MapEditsJson;
  },
  deps: ChainDeps,
): Promise<{ edition: MapEditionJson }> {
  permit(actor, 'chain.keep');
  const { chainId, revision, from, reason, edits } = asked;
  return recording(deps, actor, async (db, note) => {
    const chain = await keptChain(actor, chainId, db);
    const { pack, editions } = await mapOf(chain, deps, db);
    const now = editions[0]?.revision ?? 0;
    if (now !== revision)
      throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: now });
    const day = today(deps);
    if (from < day) throw new RefusalError({ code: 'chain-edition-past', field: 'from', given: from, limit: day });
    const refusals = checkEdits(pack, edits);
    if (refusals.length > 0) throw new RefusalError(...refusals);
    const edition = {
      revision: revision + 1,
      from,
      edits,
      reason: reason.trim(),
      at: deps.clock.now(),
      by: actor.name,
    };
    const { regionId, unitId } = placeOf(chain);
    if (!(await insertEdition(db, chainId, { ...edition, regionId, unitId })))
      throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: revision + 1 });
    note({
      ...{ action: 'chain.save-map', reason, record: { kind: 'chain', id: chainId, name: chain.name } },
      place: placeOf(chain),
      changes: [
        {
          field: 'nodes',
          before: editions[0]?.edits.nodes.map(({ id }) => id).join('、') ?? null,
          after: edits.nodes.map(({ id }) => id).join('、'),
        },
        { field: 'from', before: editions[0]?.from ?? null, after: from },
      ],
    });
    return { edition: editionJson(edition) };
  });
}
