import { asSystem } from '../../../platform/db/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { forgetOld } from '../store.ts';
import type { AccountDeps } from './deps.ts';

/** Clears away what nobody will ask for again: old failures, sessions and links long over. For a timer. */
export function forgetOldAttempts(actor: Actor, deps: AccountDeps): Promise<void> {
  permit(actor, 'account.manage');
  return asSystem(() => forgetOld(deps.db, deps.clock.now()));
}
