import { newToken, tokenHash } from '../../../platform/secrets/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { isProven } from '../domain/index.ts';
import { type AccountDb, type SessionStep, stepSession } from '../store.ts';
import type { AccountDeps } from './deps.ts';
import type { LiveSession } from './load-session.ts';

/** The record that the audit knows an account by. */
export const accountRecord = ({ id, login }: { readonly id: string; readonly login: string }) =>
  ({ kind: 'account', id, name: login }) as const;

/**
 * Gives a session a new token inside a transaction, with what changes at this step; the old token opens nothing any more.
 * Refuses (`not-signed-in`) when the session ended, or took a step under another request, meanwhile.
 */
export async function takeStep(
  db: AccountDb,
  { session, token }: LiveSession,
  change: Omit<SessionStep, 'tokenHash' | 'now'>,
  deps: AccountDeps,
): Promise<string> {
  const next = newToken();
  const step = { ...change, tokenHash: tokenHash(next), now: deps.clock.now() };
  if (!(await stepSession(db, session.id, tokenHash(token), step))) throw new RefusalError({ code: 'not-signed-in' });
  return next;
}

/** Refuses (`proof-needed`) what needs a fresh proof of identity when the last one is over ten minutes old. */
export function demandProof({ session }: LiveSession, deps: AccountDeps): void {
  if (!isProven(session.provenAt, deps.clock.now())) throw new RefusalError({ code: 'proof-needed' });
}
