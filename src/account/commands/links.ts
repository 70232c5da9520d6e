import { asSystem } from '../../../platform/db/index.ts';
import { tokenHash } from '../../../platform/secrets/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { dayIn } from '../domain/index.ts';
import { accountById, endSessionsOf, forgive, openLink, type StoredAccount, takeLink } from '../store.ts';
import { refuseEntry } from './attempts.ts';
import { newHash, savePassword } from './change-password.ts';
import type { AccountDeps, Visitor } from './deps.ts';
import { arriving, openSession } from './enter.ts';
import { mayCome } from './load-session.ts';
import { accountRecord } from './step.ts';

export interface ReadLink {
  readonly login: string;
  readonly personName: string;
  readonly expiresAt: string;
  readonly firstTime: boolean;
}

/** Whom a one-time link is for. Refuses one that was used, voided, ended, or never was (`link-spent`). */
export const readLink = (visitor: Visitor, link: string, deps: AccountDeps): Promise<ReadLink> =>
  asSystem(async () => {
    const { account, expiresAt } = await linkedAccount(visitor, link, deps);
    const { login, personName, passwordHash } = account;
    return { login, personName, expiresAt, firstTime: passwordHash === null };
  });

/**
 * Sets a password by a one-time link, which is then used up, ends the account's other sessions and lets its holder in; gives
 * the new session's token. Where a second factor is bound it is asked for all the same, so that whoever hands out links
 * cannot come in by them. Refuses what `readLink` and the rules of passwords refuse; then the link stays good.
 */
export const redeemLink = (
  visitor: Visitor,
  given: { readonly link: string; readonly password: string; readonly before: string | null },
  deps: AccountDeps,
): Promise<string> =>
  asSystem(async () => {
    const { account } = await linkedAccount(visitor, given.link, deps);
    const hash = await newHash(account, given.password, deps);
    const actor = await arriving(account, visitor, deps);
    const now = deps.clock.now();
    return recording(deps, actor, async (db, note) => {
      if (!(await takeLink(db, tokenHash(given.link), now))) throw new RefusalError({ code: 'link-spent' });
      await savePassword(db, account, hash, now);
      await endSessionsOf(db, account.id, 'password', now);
      await forgive(db, account.loginKey);
      note({ action: 'account.redeem-link', record: accountRecord(account) });
      return openSession(db, { account, actor, method: 'link', visitor, before: given.before }, note, deps);
    });
  });

async function linkedAccount(
  visitor: Visitor,
  link: string,
  deps: AccountDeps,
): Promise<{ account: StoredAccount; expiresAt: string }> {
  const now = deps.clock.now();
  const found = await openLink(deps.db, tokenHash(link), now);
  const account = found && (await accountById(deps.db, found.accountId));
  const attempt = { action: 'account.redeem-link', account, visitor };
  if (found === undefined || account === undefined || !mayCome({ account }, dayIn(now)))
    return refuseEntry({ code: 'link-spent' }, attempt, deps);
  return { account, expiresAt: found.expiresAt };
}
