import { type Actor, covers, type Place, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { type Refusal, RefusalError } from '../../kernel/index.ts';
import { dayOf, doerOf, isDay, type Party, partyKey, type WorkItem } from '../domain/index.ts';
import { chainName, type FoundParty, readParties, type WorkDb } from '../store.ts';
import type { WorkDeps } from './deps.ts';
import { putItem } from './open-work.ts';

export interface GiveWork {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly to: readonly Party[];
  readonly copies?: readonly Party[] | undefined;
  readonly dueOn?: string | null | undefined;
  readonly importance?: 'normal' | 'high' | undefined;
  readonly chainId?: string | null | undefined;
  readonly basis?: string | undefined;
}

/**
 * Gives units, posts or people something to do, each an item of its own, and gives the ids. Refuses parties that there
 * are not or that lie outside of the giver's reach, one named twice, an unknown chain and a day that is past.
 */
export async function giveWork(actor: Actor, given: GiveWork, deps: WorkDeps): Promise<string[]> {
  permit(actor, 'work.assign');
  const now = deps.clock.now();
  const today = dayOf(now);
  refuseDay(given.dueOn ?? null, today);
  return recording(deps, actor, async (db, note) => {
    const chainId = given.chainId ?? null;
    if (chainId !== null && (await chainName(db, chainId, today)) === undefined)
      throw new RefusalError({ code: 'chain-unknown', field: 'chainId', given: chainId });
    const parties = await partiesOf(db, given.to, 'to', today);
    const copies = await partiesOf(db, given.copies ?? [], 'copies', today);
    refuseFar(actor, parties, chainId, 'to');
    const items = parties.map((party) => newItem(actor, given, party, placeOf(party, chainId), deps.newId(), now));
    for (const item of items) {
      await putItem(db, deps, actor, item, copies);
      note({
        action: 'work.give',
        record: { kind: 'work', id: item.id, name: item.title },
        place: item.place,
        changes: [
          { field: 'assignee', before: null, after: item.assignee.name },
          { field: 'dueOn', before: null, after: item.dueOn },
          { field: 'copies', before: null, after: copies.map(({ name }) => name) },
          { field: 'basis', before: null, after: item.basis },
        ].filter(({ after }) => after !== null && after.length > 0),
      });
    }
    return items.map(({ id }) => id);
  });
}

function newItem(
  actor: Actor,
  { title, detail, dueOn, importance, basis }: GiveWork,
  { kind, id: partyId, name }: FoundParty,
  place: Place,
  id: string,
  now: string,
): WorkItem {
  return {
    ...{ id, revision: 1, kind: 'assignment', title: title.trim(), detail: detail ?? '', place },
    ...{ importance: importance ?? 'normal', link: null, origin: null, basis: basis || null },
    ...{ assignee: { kind, id: partyId, name }, createdBy: doerOf(actor), createdAt: now },
    ...{ dueOn: dueOn ?? null, state: 'open', claimedBy: null, closedAt: null, outcome: null },
  };
}

/** Where the work of a party belongs. */
export const placeOf = ({ unitId, regionId }: FoundParty, chainId: string | null): Place => ({
  ...{ unitId, regionId, chainId },
});

/** Refuses a day that is none, and one that is past. */
export function refuseDay(dueOn: string | null, today: string): void {
  if (dueOn === null) return;
  if (!isDay(dueOn)) throw new RefusalError({ code: 'day-unknown', field: 'dueOn', given: dueOn });
  if (dueOn < today) throw new RefusalError({ code: 'due-in-past', field: 'dueOn', given: dueOn, limit: today });
}

/** The parties with their names. Refuses one that there is not on the day, and one that is named twice. */
export async function partiesOf(
  db: WorkDb,
  wanted: readonly Party[],
  field: string,
  today: string,
): Promise<FoundParty[]> {
  if (wanted.length === 0) return [];
  const found = new Map((await readParties(db, wanted, today)).map((party) => [partyKey(party), party]));
  const seen = new Set<string>();
  const refusals: Refusal[] = [];
  for (const party of wanted) {
    const key = partyKey(party);
    if (seen.has(key)) refusals.push({ code: 'party-twice', field, given: found.get(key)?.name ?? party.id });
    else if (!found.has(key)) refusals.push({ code: 'party-unknown', field, given: party.id });
    seen.add(key);
  }
  if (refusals.length > 0) throw new RefusalError(...refusals);
  return [...found.values()];
}

/** Refuses parties to whom the actor's post cannot give work. */
export function refuseFar(actor: Actor, parties: readonly FoundParty[], chainId: string | null, field: string): void {
  const far = parties.filter((party) => !covers(actor.reach, placeOf(party, chainId)));
  if (far.length > 0)
    throw new RefusalError(...far.map(({ name }) => ({ code: 'party-out-of-reach', field, given: name })));
}
