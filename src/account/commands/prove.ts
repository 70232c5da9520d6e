import { asSystem } from '../../../platform/db/index.ts';
import { spendHashingTime, verifyPassword } from '../../../platform/secrets/index.ts';
import { permitOwn } from '../../access/index.ts';
import { countLogin, forgiveLogin, notingLock, refuseEntry } from './attempts.ts';
import type { AccountDeps, Visitor } from './deps.ts';
import type { LiveSession } from './load-session.ts';
import { takeStep } from './step.ts';

/**
 * Shows once more who one is, before something that a stranger at an open screen must not do; gives the session's new
 * token. Failures count like those of a login.
 */
export function prove(live: LiveSession, password: string, visitor: Visitor, deps: AccountDeps): Promise<string> {
  permitOwn(live.actor);
  return asSystem(async () => {
    await checkOwnPassword(live, password, visitor, deps);
    return takeStep(deps.db, live, { provenAt: deps.clock.now() }, deps);
  });
}

/** Refuses a password that is not the account's (`login-wrong`, `login-locked`). */
export async function checkOwnPassword(
  { account }: LiveSession,
  password: string,
  visitor: Visitor,
  deps: AccountDeps,
): Promise<void> {
  const attempt = { action: 'account.prove', account, visitor };
  await notingLock(() => countLogin(account.loginKey, visitor, deps), attempt, deps);
  const { passwordHash } = account;
  if (passwordHash === null) await spendHashingTime(password);
  if (passwordHash === null || !(await verifyPassword(passwordHash, password)))
    await refuseEntry({ code: 'password-wrong', field: 'current' }, attempt, deps);
  await forgiveLogin(account.loginKey, visitor, deps);
}
