import { type Actor, permit } from '../../access/index.ts';
import { changesOf, recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { ChainFileJson } from '../contract.ts';
import { type ChainAct, type ChainContent, checkAct, emptyContent } from '../domain/index.ts';
import { insertAct, lockAct, saveFile, strike, unitName } from '../store.ts';
import { type ChainDeps, today } from './deps.ts';
import { readChainFile } from './read-chains.ts';
import { keptChain, placeOf, schemeOf } from './seen.ts';

const fields = ['chiefs', 'leadUnit', 'office', 'association', 'places', 'note'] as const;

/** Writes who runs a chain. Refuses when somebody wrote meanwhile, and a lead unit that is in no register. */
export async function saveChainFile(
  actor: Actor,
  {
    chainId,
    revision,
    content,
  }: { readonly chainId: string; readonly revision: number; readonly content: ChainContent },
  deps: ChainDeps,
): Promise<ChainFileJson> {
  permit(actor, 'chain.keep');
  await recording(deps, actor, async (db, note) => {
    const chain = await keptChain(actor, chainId, db);
    const { leadUnit } = content;
    const name = leadUnit === null ? undefined : await unitName(db, leadUnit.id);
    if (leadUnit !== null && name === undefined)
      throw new RefusalError({ code: 'unit-unknown', field: 'leadUnit', given: leadUnit.name });
    const kept = { ...content, leadUnit: leadUnit === null ? null : { ...leadUnit, name: name ?? leadUnit.name } };
    const { regionId } = chain;
    const saved = await saveFile(db, {
      ...{ chainId, seen: revision, content: kept, regionId, at: deps.clock.now(), by: actor.name },
    });
    if (!saved)
      throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: chain.revision });
    note({
      ...{ action: 'chain.save', record: { kind: 'chain', id: chainId, name: chain.name }, place: placeOf(chain) },
      changes: changesOf<ChainContent>(chain.content ?? emptyContent, kept, fields),
    });
  });
  return readChainFile(actor, { chainId }, deps);
}

/** Notes a meeting or a visit that was held. Refuses one that the scheme does not know, that is to come, or that says nothing. */
export async function noteAct(
  actor: Actor,
  { chainId, ...act }: { readonly chainId: string } & Omit<ChainAct, 'id' | 'struck'>,
  deps: ChainDeps,
): Promise<ChainFileJson> {
  permit(actor, 'chain.keep');
  await recording(deps, actor, async (db, note) => {
    const chain = await keptChain(actor, chainId, db);
    const refusals = checkAct(act, schemeOf(chain, deps).acts, today(deps));
    if (refusals.length > 0) throw new RefusalError(...refusals);
    const { regionId, unitId } = placeOf(chain);
    const [id, at] = [deps.newId(), deps.clock.now()];
    await insertAct(db, { ...act, id, chainId, struck: null, notedBy: actor.name, regionId, unitId, at });
    note({
      action: 'chain.note-act',
      record: { kind: 'chain', id: chainId, name: chain.name },
      place: placeOf(chain),
      changes: changesOf(null, act, ['kind', 'on', 'by', 'subject']),
    });
  });
  return readChainFile(actor, { chainId, year: Number(act.on.slice(0, 4)) }, deps);
}

/** Says that something noted does not count, and why; it stays to be seen. */
export async function strikeAct(
  actor: Actor,
  { chainId, actId, reason }: { readonly chainId: string; readonly actId: string; readonly reason: string },
  deps: ChainDeps,
): Promise<ChainFileJson> {
  permit(actor, 'chain.keep');
  const year = await recording(deps, actor, async (db, note) => {
    const chain = await keptChain(actor, chainId, db);
    const act = await lockAct(db, chainId, actId);
    if (act === undefined) throw new RefusalError({ code: 'chain-act-unknown', field: 'actId', given: actId });
    if (act.struck !== null) throw new RefusalError({ code: 'chain-act-struck', field: 'actId', given: act.struck });
    await strike(db, actId, reason.trim());
    note({
      ...{ action: 'chain.strike-act', record: { kind: 'chain', id: chainId, name: chain.name }, reason },
      place: placeOf(chain),
      changes: [{ field: 'subject', before: `${act.on} ${act.subject}`, after: null }],
    });
    return Number(act.on.slice(0, 4));
  });
  return readChainFile(actor, { chainId, year }, deps);
}
