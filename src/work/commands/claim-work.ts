import { type Actor, permitOwn } from '../../access/index.ts';
import { doerOf, tellGiver } from '../domain/index.ts';
import { changeWork, type Seen } from './change-work.ts';
import type { WorkDeps } from './deps.ts';

/** Takes an item of the unit as one's own. Refuses one that a colleague has taken. */
export async function claimWork(actor: Actor, seen: Seen, deps: WorkDeps): Promise<void> {
  permitOwn(actor);
  await changeWork(
    actor,
    seen,
    'claim',
    (item) => ({
      item: { ...item, state: 'claimed', claimedBy: doerOf(actor) },
      note: null,
      tell: (after) => tellGiver(after, 'claimed', `${actor.name} 已接办`, actor),
    }),
    deps,
  );
}

/** Puts a taken item back for the colleagues. */
export async function releaseWork(actor: Actor, seen: Seen, deps: WorkDeps): Promise<void> {
  permitOwn(actor);
  await changeWork(
    actor,
    seen,
    'release',
    (item) => ({ item: { ...item, state: 'open', claimedBy: null }, note: null, tell: () => [] }),
    deps,
  );
}
