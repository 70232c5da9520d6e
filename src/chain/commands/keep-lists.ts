import { type Actor, permit } from '../../access/index.ts';
import { changesOf, recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { ChainEntryJson, NewEntryJson } from '../contract.ts';
import { entriesOf, lockStoredEntry, mostEntries, putEntry, type StoredChain, type StoredEntry } from '../store.ts';
import type { ChainDeps } from './deps.ts';
import { keptChain, placeOf, schemeOf, seenChain } from './seen.ts';

interface Where {
  readonly chainId: string;
  readonly listId: string;
}

/** A list that people write, refused where the scheme knows none of this id or makes it of other data. */
function listIn(chain: StoredChain, listId: string, deps: ChainDeps) {
  const list = schemeOf(chain, deps).lists.find(({ id, of }) => id === listId && of === 'entries');
  if (list === undefined) throw new RefusalError({ code: 'chain-list-unknown', field: 'listId', given: listId });
  return list;
}

export async function listEntries(
  actor: Actor,
  { chainId, listId }: Where,
  deps: ChainDeps,
): Promise<{ entries: ChainEntryJson[] }> {
  permit(actor, 'chain.read');
  const chain = await seenChain(actor, chainId, deps.db);
  listIn(chain, listId, deps);
  return { entries: (await entriesOf(deps.db, chainId, listId)).map(entryJson) };
}

const entryJson = ({ listId: _list, ...entry }: StoredEntry): ChainEntryJson => entry;

const fields = ['name', 'words', 'owner', 'dueOn', 'settledOn'] as const;

/** Adds a line to a list; refuses a list that is full. */
export async function addEntry(actor: Actor, { chainId, listId, ...line }: Where & NewEntryJson, deps: ChainDeps) {
  permit(actor, 'chain.keep');
  return keep(actor, { chainId, listId }, deps, async (db) => {
    const held = (await entriesOf(db, chainId, listId)).length;
    if (held >= mostEntries)
      throw new RefusalError({ code: 'list-too-long', field: 'listId', given: held, limit: mostEntries });
    return { before: null, after: { ...line, id: deps.newId(), revision: 1, settledOn: null } };
  });
}

/** Changes a line, or says on which day it was settled. Refuses when somebody changed it meanwhile. */
export async function changeEntry(
  actor: Actor,
  asked: Where &
    NewEntryJson & { readonly entryId: string; readonly revision: number; readonly settledOn: string | null },
  deps: ChainDeps,
): Promise<ChainEntryJson> {
  permit(actor, 'chain.keep');
  const { chainId, listId, entryId, revision, ...line } = asked;
  return keep(actor, { chainId, listId }, deps, async (db) => {
    const before = await lockStoredEntry(db, chainId, entryId);
    if (before === undefined || before.listId !== listId)
      throw new RefusalError({ code: 'chain-entry-unknown', field: 'entryId', given: entryId });
    if (before.revision !== revision)
      throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: before.revision });
    return { before, after: { ...line, id: entryId, revision: revision + 1 } };
  });
}

interface Change {
  readonly before: StoredEntry | null;
  readonly after: Omit<StoredEntry, 'listId' | 'changedAt' | 'changedBy'>;
}

/** Keeps a line of a list that the actor may write, and notes what changed. */
function keep(
  actor: Actor,
  { chainId, listId }: Where,
  deps: ChainDeps,
  decide: (db: ChainDeps['db']) => Promise<Change>,
): Promise<ChainEntryJson> {
  return recording(deps, actor, async (db, note) => {
    const chain = await keptChain(actor, chainId, db);
    const list = listIn(chain, listId, deps);
    const { before, after } = await decide(db);
    const entry = { ...after, listId, changedAt: deps.clock.now(), changedBy: actor.name };
    await putEntry(db, { ...entry, ...placeOf(chain) });
    note({
      action: 'chain.save-entry',
      record: { kind: 'chain', id: chainId, name: `${chain.name} ${list.name}` },
      place: placeOf(chain),
      changes: changesOf<StoredEntry>(before, entry, fields),
    });
    return entryJson(entry);
  });
}
