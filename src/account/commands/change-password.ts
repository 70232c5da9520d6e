import { asSystem } from '../../../platform/db/index.ts';
import { hashPassword, verifyPassword } from '../../../platform/secrets/index.ts';
import { permitOwn } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { checkPassword, isProven, rememberedPasswords } from '../domain/index.ts';
import {
  type AccountDb,
  endSessionsOf,
  recentPasswords,
  type StoredAccount,
  setPassword,
  voidLinks,
} from '../store.ts';
import type { AccountDeps, Visitor } from './deps.ts';
import type { LiveSession } from './load-session.ts';
import { checkOwnPassword } from './prove.ts';
import { accountRecord, takeStep } from './step.ts';

/**
 * Changes one's own password and ends every other session; gives this one's new token. The present password is asked for,
 * except right after it was given, when a new one is due or there was none. Refuses what `newHash` refuses.
 */
export function changePassword(
  live: LiveSession,
  given: { readonly current?: string | undefined; readonly next: string },
  visitor: Visitor,
  deps: AccountDeps,
): Promise<string> {
  permitOwn(live.actor);
  const { account, session, actor } = live;
  return asSystem(async () => {
    const now = deps.clock.now();
    if (given.current !== undefined) await checkOwnPassword(live, given.current, visitor, deps);
    else if (!isProven(session.provenAt, now) || !(live.state === 'password-due' || account.passwordHash === null))
      throw new RefusalError({ code: 'field-missing', field: 'current' });
    const hash = await newHash(account, given.next, deps);
    return recording(deps, actor, async (db, note) => {
      await savePassword(db, account, hash, now);
      const ended = await endSessionsOf(db, account.id, 'password', now, { except: session.id });
      note({
        action: 'account.password',
        record: accountRecord(account),
        changes: [{ field: 'sessionsEnded', before: null, after: ended }],
      });
      return takeStep(db, live, { provenAt: now }, deps);
    });
  });
}

/** The hash of a new password. Refuses one that breaks the rules, or is one of the last five (`password-reused`). */
export async function newHash(account: StoredAccount, password: string, deps: AccountDeps): Promise<string> {
  const judged = checkPassword(password, account);
  if (!judged.ok) throw new RefusalError(...judged.refusals);
  for (const old of await recentPasswords(deps.db, account.id, rememberedPasswords))
    if (await verifyPassword(old, judged.value))
      throw new RefusalError({ code: 'password-reused', field: 'password', limit: rememberedPasswords });
  return hashPassword(judged.value);
}

/** Stores a new password; links that were handed out to set one are void. */
export async function savePassword(db: AccountDb, account: StoredAccount, hash: string, now: string): Promise<void> {
  await setPassword(db, account.id, hash, now, rememberedPasswords);
  await voidLinks(db, account.id, now);
}
