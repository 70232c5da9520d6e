import { asSystem } from '../../../platform/db/index.ts';
import { permitOwn } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { isAlive } from '../domain/index.ts';
import { endSessionsOf, openSessionsOf, type StoredSession } from '../store.ts';
import type { AccountDeps } from './deps.ts';
import type { LiveSession } from './load-session.ts';
import { accountRecord } from './step.ts';

/** Where one is logged in, the latest use first. */
export function ownSessions({ actor, account }: LiveSession, deps: AccountDeps): Promise<readonly StoredSession[]> {
  permitOwn(actor);
  return asSystem(async () => {
    const now = deps.clock.now();
    const sessions = await openSessionsOf(deps.db, account.id, now);
    return sessions.filter((session) => isAlive(session, now, deps.limits));
  });
}

/** Ends one of one's own sessions, or all but the one that asks; gives how many. Somebody else's is none of his. */
export function endOwnSessions(live: LiveSession, only: string | null, deps: AccountDeps): Promise<number> {
  permitOwn(live.actor);
  const { actor, account, session } = live;
  const which = only === null ? { except: session.id } : { only };
  return asSystem(() =>
    recording(deps, actor, async (db, note) => {
      const why = only === session.id ? 'logout' : 'elsewhere';
      const ended = await endSessionsOf(db, account.id, why, deps.clock.now(), which);
      note({
        action: only === session.id ? 'account.logout' : 'account.end-sessions',
        record: accountRecord(account),
        changes: [{ field: 'sessionsEnded', before: null, after: ended }],
      });
      return ended;
    }),
  );
}
