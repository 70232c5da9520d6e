import { type Actor, covers } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { type Scheme, schemeOn } from '../domain/index.ts';
import { type ChainDb, readChain, type StoredChain } from '../store.ts';
import { type ChainDeps, today } from './deps.ts';

/** Where what is kept of a chain belongs: the region of the chain, its lead unit, and the chain itself. */
export const placeOf = ({ id, regionId, unitId }: StoredChain) => ({ regionId, unitId, chainId: id });

/** Whoever works in a place knows who runs its chains and those above it. */
export const sees = ({ reach }: Actor, chain: StoredChain): boolean =>
  covers(reach, placeOf(chain)) || reach.above.has(chain.regionId);

export const mayKeep = (actor: Actor, chain: StoredChain): boolean =>
  actor.permissions.has('chain.keep') && covers(actor.reach, placeOf(chain));

/** The chain, as the actor may see it; refuses one that is not there for him. */
export async function seenChain(actor: Actor, chainId: string, db: ChainDb): Promise<StoredChain> {
  const chain = await readChain(db, chainId);
  if (chain === undefined || !sees(actor, chain))
    throw new RefusalError({ code: 'chain-file-unknown', field: 'chainId', given: chainId });
  return chain;
}

/** The chain, for a change of what is kept of it; to whoever may only look it is not there. */
export async function keptChain(actor: Actor, chainId: string, db: ChainDb): Promise<StoredChain> {
  const chain = await seenChain(actor, chainId, db);
  if (!mayKeep(actor, chain)) throw new RefusalError({ code: 'chain-file-unknown', field: 'chainId', given: chainId });
  return chain;
}

const nothing: Scheme = { region: null, from: '0001-01-01', maps: [], lists: [], acts: [] };

/** What the chain is to keep and its chief is to do, today. */
export const schemeOf = ({ above }: Pick<StoredChain, 'above'>, deps: Pick<ChainDeps, 'schemes' | 'clock'>): Scheme =>
  schemeOn(deps.schemes, above, today(deps)) ?? nothing;
