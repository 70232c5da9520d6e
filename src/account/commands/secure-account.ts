import { asSystem } from '../../../platform/db/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { type AuditAction, type AuditChange, recording } from '../../audit/index.ts';
import {
  type AccountDb,
  type AccountRow,
  endSessionsOf,
  forgive,
  replaceCodes,
  type StoredAccount,
  setAccountFields,
} from '../store.ts';
import { codeKey } from './attempts.ts';
import type { AccountDeps } from './deps.ts';
import { shownAccount } from './list-accounts.ts';
import { otherAccount } from './set-account.ts';
import { accountRecord } from './step.ts';

/** Lets somebody try again who failed too often. */
export function unlockAccount(actor: Actor, accountId: string, deps: AccountDeps): Promise<AccountRow> {
  permit(actor, 'account.secure');
  return change(actor, accountId, 'account.unlock', deps, async (db, account) => {
    await forgive(db, account.loginKey);
    await forgive(db, codeKey(account.id));
    return [];
  });
}

/** Ends every session of somebody else at once. */
export function forceOff(actor: Actor, accountId: string, deps: AccountDeps): Promise<AccountRow> {
  permit(actor, 'account.secure');
  return change(actor, accountId, 'account.force-off', deps, async (db, account) => {
    const ended = await endSessionsOf(db, account.id, 'forced', deps.clock.now());
    return [{ field: 'sessionsEnded', before: null, after: ended }];
  });
}

/**
 * Takes somebody else's second factor, his recovery codes and his bond with single sign-on away and ends his sessions: his
 * telephone is lost, or his identity there was made anew. Where a rule asks for a second factor he binds a new one at the
 * next login.
 */
export function resetSecondFactor(actor: Actor, accountId: string, deps: AccountDeps): Promise<AccountRow> {
  permit(actor, 'account.secure');
  return change(actor, accountId, 'account.reset-second-factor', deps, async (db, account) => {
    const none = { totp_secret: null, totp_bound_at: null, totp_last_step: null, totp_pending: null };
    await setAccountFields(db, account.id, { ...none, sign_on_issuer: null, sign_on_subject: null });
    await replaceCodes(db, account.id, []);
    await forgive(db, codeKey(account.id));
    const ended = await endSessionsOf(db, account.id, 'forced', deps.clock.now());
    return [
      { field: 'secondFactor', before: account.totp !== null, after: false },
      { field: 'signOn', before: account.signOn !== null, after: false },
      { field: 'sessionsEnded', before: null, after: ended },
    ];
  });
}

const change = (
  actor: Actor,
  accountId: string,
  action: AuditAction,
  deps: AccountDeps,
  work: (db: AccountDb, account: StoredAccount) => Promise<readonly AuditChange[]>,
): Promise<AccountRow> =>
  asSystem(async () => {
    await recording(deps, actor, async (db, note) => {
      const account = await otherAccount(db, actor, accountId);
      note({ action, record: accountRecord(account), changes: await work(db, account) });
    });
    return shownAccount(accountId, deps);
  });
