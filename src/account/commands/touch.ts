import { asSystem } from '../../../platform/db/index.ts';
import { isWorthTouching } from '../domain/index.ts';
import { touchSession } from '../store.ts';
import type { AccountDeps } from './deps.ts';
import type { LiveSession } from './load-session.ts';

/** Writes down, once a minute at most, that a session is in use. */
export async function touch({ session }: LiveSession, deps: AccountDeps): Promise<void> {
  const now = deps.clock.now();
  if (isWorthTouching(session.seenAt, now)) await asSystem(() => touchSession(deps.db, session.id, now));
}
