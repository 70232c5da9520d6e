import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { GapJson } from '../../contract/map.ts';
import type { ChainMap } from '../../domain/index.ts';
import { entriesOf, gapsOf, insertGap, mostEntries, putEntry, type StoredGap, unitName } from '../../store.ts';
import type { ChainDeps } from '../deps.ts';
import { keptChain, placeOf, schemeOf, seenChain } from '../seen.ts';
import { namedNode } from './correct.ts';
import { mapOf } from './map-of.ts';
import { standings } from './read-map.ts';

const gapJson = ({ nodeId, ...gap }: StoredGap, map: ChainMap): GapJson => ({
  ...gap,
  node: namedNode(map, nodeId) ?? { id: nodeId, name: nodeId },
});

/** What was made of the gaps of a chain, the newest first. */
export async function listGaps(
  actor: Actor,
  { chainId }: { readonly chainId: string },
  deps: ChainDeps,
): Promise<{ gaps: GapJson[] }> {
  permit(actor, 'chain.read');
  const chain = await seenChain(actor, chainId, deps.db);
  const { map } = await mapOf(chain, deps, deps.db);
  return { gaps: (await gapsOf(deps.db, chainId)).map((gap) => gapJson(gap, map)) };
}

interface Which {
  readonly chainId: string;
  readonly nodeId: string;
}

/** The chain that the actor keeps, its map, the node, and how the node stands just now. */
async function gapAt(actor: Actor, { chainId, nodeId }: Which, db: ChainDeps['db'], deps: ChainDeps) {
  const chain = await keptChain(actor, chainId, db);
  const { map } = await mapOf(chain, deps, db);
  const node = map.nodes.find(({ id }) => id === nodeId);
  if (node === undefined) throw new RefusalError({ code: 'chain-node-unknown', field: 'nodeId', given: nodeId });
  const reason = (await standings(actor, chain, map, deps)).get(nodeId)?.reason ?? '';
  return { chain, map, node, reason };
}

/** Writes a gap into a list of the chain: a weak link, or whom to look for. Refuses a list that is made of other data or full. */
export async function addGapEntry(
  actor: Actor,
  asked: Which & {
    readonly listId: string;
    readonly name: string;
    readonly words: string;
    readonly owner: string;
    readonly dueOn: string | null;
  },
  deps: ChainDeps,
): Promise<GapJson> {
  permit(actor, 'chain.keep');
  const { chainId, nodeId, listId, name, words, owner, dueOn } = asked;
  const { chain, map, node, reason } = await gapAt(actor, { chainId, nodeId }, deps.db, deps);
  return recording(deps, actor, async (db, note) => {
    const list = schemeOf(chain, deps).lists.find(({ id, of }) => id === listId && of === 'entries');
    if (list === undefined) throw new RefusalError({ code: 'chain-list-unknown', field: 'listId', given: listId });
    const held = (await entriesOf(db, chainId, listId)).length;
    if (held >= mostEntries)
      throw new RefusalError({ code: 'list-too-long', field: 'listId', given: held, limit: mostEntries });
    const [at, by] = [deps.clock.now(), actor.name];
    const entry = { id: deps.newId(), revision: 1, listId, name, words, owner, dueOn, settledOn: null };
    await putEntry(db, { ...entry, changedAt: at, changedBy: by, ...placeOf(chain) });
    const gap = {
      id: deps.newId(),
      nodeId,
      kind: 'entry' as const,
      listId,
      targetId: entry.id,
      title: name,
      reason,
      at,
      by,
    };
    const { regionId, unitId } = placeOf(chain);
    await insertGap(db, chainId, { ...gap, regionId, unitId });
    note({
      action: 'chain.gap-entry',
      record: { kind: 'chain', id: chainId, name: `${chain.name} ${list.name}` },
      place: placeOf(chain),
      changes: [{ field: 'name', before: null, after: `${node.name} ${name}` }],
    });
    return gapJson({ ...gap, settledOn: null }, map);
  });
}

/** Gives a gap to a unit as a task. Refuses whom may not instruct, and a unit that is in no register. */
export async function addGapTask(
  actor: Actor,
  asked: Which & { readonly title: string; readonly words: string; readonly unitId: string; readonly dueOn: string },
  deps: ChainDeps,
): Promise<GapJson> {
  permit(actor, 'chain.keep');
  permit(actor, 'task.instruct');
  const { chainId, nodeId, title, words, unitId: to, dueOn } = asked;
  const { chain, map, node, reason } = await gapAt(actor, { chainId, nodeId }, deps.db, deps);
  const name = await unitName(deps.db, to);
  if (name === undefined) throw new RefusalError({ code: 'unit-unknown', field: 'unitId', given: to });
  const said = words.trim() === '' ? `${chain.name}“${node.name}”环节：${reason}` : words;
  // The task is a record of its own, with its own audit entry; the line that leads back to the gap follows it.
  const targetId = await deps.instruct(actor, { title, words: said, chainId, unitId: to, unitName: name, dueOn });
  return recording(deps, actor, async (db, note) => {
    const [at, by] = [deps.clock.now(), actor.name];
    const gap = { id: deps.newId(), nodeId, kind: 'task' as const, listId: null, targetId, title, reason, at, by };
    const { regionId, unitId } = placeOf(chain);
    await insertGap(db, chainId, { ...gap, regionId, unitId });
    note({
      action: 'chain.gap-task',
      record: { kind: 'chain', id: chainId, name: chain.name },
      place: placeOf(chain),
      changes: [{ field: 'title', before: null, after: `${node.name} ${title}` }],
    });
    return gapJson({ ...gap, settledOn: null }, map);
  });
}
