import { asSystem } from '../../../platform/db/index.ts';
import { endSessionsOf } from '../store.ts';
import type { AccountDeps } from './deps.ts';
import type { LiveSession } from './load-session.ts';
import { endOwnSessions } from './own-sessions.ts';

/** Ends the session that asks; one that still waits for its second factor as well. */
export async function logOut(live: LiveSession, deps: AccountDeps): Promise<void> {
  const { account, session } = live;
  if (session.complete) await endOwnSessions(live, session.id, deps);
  else await asSystem(() => endSessionsOf(deps.db, account.id, 'logout', deps.clock.now(), { only: session.id }));
}
