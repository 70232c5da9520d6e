import { asSystem } from '../../../platform/db/index.ts';
import { hashPassword, isCurrentHash, spendHashingTime, verifyPassword } from '../../../platform/secrets/index.ts';
import { recording } from '../../audit/index.ts';
import { dayIn, normalLogin } from '../domain/index.ts';
import { accountByLogin, replaceHash, type StoredAccount } from '../store.ts';
import { countLogin, forgiveLogin, loginKey, notingLock, refuseEntry } from './attempts.ts';
import type { AccountDeps, Visitor } from './deps.ts';
import { arriving, openSession } from './enter.ts';
import { mayCome } from './load-session.ts';

export interface Login {
  readonly login: string;
  readonly password: string;
  /** The token that the browser came with; its session ends. */
  readonly before: string | null;
}

/**
 * Lets somebody in who gives his password, and gives the token of his new session; it may still wait for the second
 * factor. A wrong login and a wrong password get the same answer (`login-wrong`) after the same work, and failures are
 * counted alike (`login-locked`). An account that is disabled says so only to somebody who knows its password.
 */
export const login = (visitor: Visitor, given: Login, deps: AccountDeps): Promise<string> =>
  asSystem(async () => {
    const key = loginKey(given.login, deps);
    const account = await accountByLogin(deps.db, normalLogin(given.login));
    const attempt = { action: 'account.login', account, visitor };
    await notingLock(() => countLogin(key, visitor, deps), attempt, deps);
    if (account === undefined || !(await fits(account, given.password))) {
      if (account?.passwordHash == null) await spendHashingTime(given.password);
      return refuseEntry({ code: 'login-wrong' }, attempt, deps);
    }
    if (!mayCome({ account }, dayIn(deps.clock.now()))) return refuseEntry({ code: 'account-disabled' }, attempt, deps);
    await forgiveLogin(key, visitor, deps);
    await renewHash(account, given.password, deps);
    return comeIn(account, { ...given, visitor, method: 'password' }, deps);
  });

const fits = async ({ passwordHash }: StoredAccount, password: string): Promise<boolean> =>
  passwordHash !== null && (await verifyPassword(passwordHash, password));

/** A password that was hashed at other costs is hashed anew while it is known. */
async function renewHash({ id, passwordHash }: StoredAccount, password: string, deps: AccountDeps): Promise<void> {
  if (passwordHash === null || isCurrentHash(passwordHash)) return;
  await replaceHash(deps.db, id, passwordHash, await hashPassword(password));
}

/** Opens the session of somebody who has shown who he is. */
export async function comeIn(
  account: StoredAccount,
  given: { readonly visitor: Visitor; readonly method: 'password' | 'sign-on'; readonly before: string | null },
  deps: AccountDeps,
): Promise<string> {
  const actor = await arriving(account, given.visitor, deps);
  return recording(deps, actor, async (db, note) => {
    const token = await openSession(db, { account, actor, ...given }, note, deps);
    if (account.totp !== null)
      note({ action: 'account.login-half', record: { kind: 'account', id: account.id, name: account.login } });
    return token;
  });
}
