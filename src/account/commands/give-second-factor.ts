import { asSystem } from '../../../platform/db/index.ts';
import {
  fromBase32,
  newToken,
  type SecretKey,
  sameText,
  tokenHash,
  totpCode,
} from '../../../platform/secrets/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { acceptedStep, digitsOf, later, recoveryCodeOf } from '../domain/index.ts';
import { type AccountDb, codesLeft, type StoredAccount, stepSession, takeCode, takeTimeStep } from '../store.ts';
import { countCode, forgiveCode, notingLock, refuseEntry } from './attempts.ts';
import type { AccountDeps, Visitor } from './deps.ts';
import { noteLogin } from './enter.ts';
import { liveSession } from './load-session.ts';

/**
 * The second step of a login: the code of the authenticator, or a recovery code, each good once. Gives the session's new
 * token. Refuses without a session that waits for it (`login-first`), a wrong or used code (`code-wrong`), and too many
 * tries (`code-locked`).
 */
export const giveSecondFactor = (
  visitor: Visitor,
  given: { readonly token: string | null; readonly code: string },
  deps: AccountDeps,
): Promise<string> =>
  asSystem(async () => {
    const live = await liveSession(given.token, visitor.from, deps);
    if (live === undefined || live.state !== 'second-factor') throw new RefusalError({ code: 'login-first' });
    const { account, session, actor } = live;
    const attempt = { action: 'account.login', account, visitor };
    await notingLock(() => countCode(account.id, deps), attempt, deps);
    const now = deps.clock.now();
    const token = newToken();
    const isRight = await recording(deps, actor, async (db, note) => {
      const used = await spendCode(db, account, given.code, now, deps.key);
      if (used === null) throw new WrongCode();
      const step = { tokenHash: tokenHash(token), complete: true, provenAt: now, now };
      const expiresAt = later(now, deps.limits.hours * 60);
      if (!(await stepSession(db, session.id, tokenHash(live.token), { ...step, expiresAt })))
        throw new RefusalError({ code: 'login-first' });
      await noteLogin(db, { account, actor, method: session.method, now }, note);
      if (used === 'recovery') {
        const left = await codesLeft(db, account.id);
        note({
          action: 'account.use-recovery-code',
          record: { kind: 'account', id: account.id, name: account.login },
          changes: [{ field: 'left', before: left + 1, after: left }],
        });
      }
      return true;
    }).catch((cause: unknown) => {
      if (cause instanceof WrongCode) return false;
      throw cause;
    });
    if (!isRight) return refuseEntry({ code: 'code-wrong', field: 'code' }, attempt, deps);
    await forgiveCode(account.id, deps);
    return token;
  });

/** Ends a transaction in which nothing was to be changed. */
class WrongCode extends Error {}

/** Uses up the code that was typed; null when it is none, or was used. */
async function spendCode(
  db: AccountDb,
  account: StoredAccount,
  typed: string,
  now: string,
  key: SecretKey,
): Promise<'authenticator' | 'recovery' | null> {
  const digits = digitsOf(typed);
  if (digits !== null) {
    const secret = account.totp === null ? null : openTotp(key, account.id, account.totp.secret);
    if (secret === null) return null;
    const fits = (step: number) => sameText(totpCode(secret, step), digits);
    const step = acceptedStep(now, account.totp?.lastStep ?? null, fits);
    return step !== null && (await takeTimeStep(db, account.id, step)) ? 'authenticator' : null;
  }
  const code = recoveryCodeOf(typed);
  return code !== null && (await takeCode(db, account.id, tokenHash(code), now)) ? 'recovery' : null;
}

/** The secret of an authenticator as bytes; null when it was sealed by another key. */
export function openTotp(key: SecretKey, accountId: string, sealed: string): Uint8Array | null {
  const text = key.open(`totp ${accountId}`, sealed);
  return text === null ? null : fromBase32(text);
}
export const sealTotp = (key: SecretKey, accountId: string, secret: string): string =>
  key.seal(`totp ${accountId}`, secret);
