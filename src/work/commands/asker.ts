import type { Actor } from '../../access/index.ts';
import { holderKeys, ownKeys } from '../domain/index.ts';
import type { Asker } from '../store.ts';

/** Who asks, as the lists of the store need it. */
export const askerOf = (actor: Actor): Asker => ({
  id: actor.id,
  own: ownKeys(actor),
  holding: holderKeys(actor),
  reach: actor.reach,
  assigns: actor.permissions.has('work.assign'),
});
